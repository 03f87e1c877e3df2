package org.duetdb.xa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.TransactionState;

/**
 * One physical connection, as far as branches need it. Its transaction state is what the server said with its last
 * answer: to look at it costs no round trip.
 */
final class Backend implements AutoCloseable {

    private static final int COMMAND = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_SUPPRESS_BEGIN
            | QueryExecutor.QUERY_NO_METADATA
            | QueryExecutor.QUERY_NO_RESULTS;

    private final BaseConnection connection;
    private volatile boolean lost;

    Backend(BaseConnection connection) {
        this.connection = connection;
    }

    /** Sends one statement, or several in one round trip, and expects no rows. */
    void execute(String sql) throws SQLException {
        try {
            connection.execSQLUpdate(sql);
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    /** Sends one command that has neither parameters nor a plan, in the protocol that is the cheapest for that. */
    void command(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ((BaseStatement) statement).executeWithFlags(sql, COMMAND);
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    /** Sends statements whose text is always the same: the server parses it once for this connection. */
    void executeAgain(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    /** Answers a question whose text is always the same: the server parses it once for this connection. */
    boolean isTrueAgain(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            boolean rows = statement.execute();
            while (!rows && statement.getUpdateCount() != -1) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    /** The first column of what a query answers, as text. */
    List<String> texts(String query) throws SQLException {
        try (ResultSet rows = connection.execSQLQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    boolean isTrue(String query) throws SQLException {
        return texts(query).contains("t");
    }

    private SQLException noted(SQLException failure) throws SQLException {
        lost |= SqlStates.isLost(failure) || connection.isClosed();
        return failure;
    }

    /** Whether it is known that the connection is gone. It may be gone without anybody having noticed. */
    boolean isLost() {
        try {
            return lost || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Whether no transaction is under way here. */
    boolean isIdle() {
        return connection.getTransactionState() == TransactionState.IDLE;
    }

    /** Whether the server is a standby now, as it says by itself before its answers: that costs no round trip. */
    boolean isOnStandby() {
        return "on".equals(connection.getParameterStatus("in_hot_standby"));
    }

    /** Whether a statement has failed, so that the transaction can only be rolled back. */
    boolean isFailed() {
        return connection.getTransactionState() == TransactionState.FAILED;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
