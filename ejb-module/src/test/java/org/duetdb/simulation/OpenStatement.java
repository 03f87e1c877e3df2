package org.duetdb.simulation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the library calls of a {@link PreparedStatement}, or of one without parameters. */
final class OpenStatement {

    private static final int NO_MORE = -1;

    private final LentConnection connection;
    private final String sql;
    private final List<Integer> parameters = new ArrayList<>();
    private final List<Statement> batch = new ArrayList<>();

    private Answer answer;
    private boolean more;

    OpenStatement(LentConnection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    public void setInt(int index, int value) throws SQLException {
        connection.touchObject("setInt");
        parameters.add(index - 1, value);
    }

    public boolean execute(String text) throws SQLException {
        return execute(Statement.of(text, List.of()));
    }

    public boolean execute() throws SQLException {
        return execute(current());
    }

    public ResultSet executeQuery() throws SQLException {
        execute();
        return getResultSet();
    }

    public void addBatch() throws SQLException {
        connection.touchObject("addBatch");
        batch.add(current());
        parameters.clear();
    }

    public int[] executeBatch() throws SQLException {
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = connection.execute(batch.get(i)).count();
        }
        batch.clear();
        return counts;
    }

    private Statement current() {
        return Statement.of(sql, List.copyOf(parameters));
    }

    /** The driver answers a text of two commands with one result after the other. */
    private boolean execute(Statement statement) throws SQLException {
        answer = connection.execute(statement);
        more = statement.verb() == Statement.Verb.CHECK && answer.rows() != null;
        return answer.rows() != null && !more;
    }

    public boolean getMoreResults() throws SQLException {
        connection.touchObject("getMoreResults");
        boolean rows = more;
        more = false;
        return rows;
    }

    public ResultSet getResultSet() throws SQLException {
        connection.touchObject("getResultSet");
        return Partial.as(ResultSet.class, new OpenResult(connection, answer.rows()));
    }

    public int getUpdateCount() throws SQLException {
        connection.touchObject("getUpdateCount");
        return answer.rows() == null ? answer.count() : NO_MORE;
    }

    public ResultSetMetaData getMetaData() {
        return current().isQuery() ? OpenResult.COLUMNS : null;
    }

    public void close() throws SQLException {
        connection.touchObject("closing the statement");
    }
}
