package org.duetdb.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the server itself makes of a text with {@code $n}: it gets it as it is, past the driver's scanner. */
final class ServerReading implements AutoCloseable {

    private final Connection connection;

    ServerReading(String url) throws SQLException {
        connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
    }

    /**
     * What a text is to the server.
     *
     * @param parameters how many it has
     * @param answer labels and values of its only row, or the SQLSTATE of its execution
     */
    record Reading(int parameters, List<String> answer) {}

    /** Has the server prepare the text, and execute it. */
    Reading read(String text, List<String> values) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("PREPARE p AS " + text);
            try {
                int parameters = parameters(statement);
                return new Reading(parameters, execute(statement, values.subList(0, parameters)));
            } finally {
                statement.execute("DEALLOCATE p");
            }
        }
    }

    private static int parameters(Statement statement) throws SQLException {
        String question = "SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = 'p'";
        try (ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static List<String> execute(Statement statement, List<String> values) {
        List<String> literals = new ArrayList<>();
        values.forEach(value -> literals.add("'" + value.replace("'", "''") + "'"));
        String execute = "EXECUTE p" + (literals.isEmpty() ? "" : "(" + String.join(",", literals) + ")");
        try (ResultSet result = statement.executeQuery(execute)) {
            return row(result);
        } catch (SQLException failure) {
            return List.of(failure.getSQLState());
        }
    }

    /** Labels and values of the only row. */
    static List<String> row(ResultSet result) throws SQLException {
        result.next();
        ResultSetMetaData columns = result.getMetaData();
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.add(columns.getColumnLabel(i));
            row.add(result.getString(i));
        }
        return row;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
