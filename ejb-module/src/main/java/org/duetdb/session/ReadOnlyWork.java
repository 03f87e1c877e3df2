package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reading on a connection of the write role. The server refuses to write meanwhile, as it does on connections of the
 * read role; and what fails undoes nothing but itself.
 */
final class ReadOnlyWork {

    private static final String ENTER = "SAVEPOINT duet_read; SET LOCAL transaction_read_only = on";
    private static final String LEAVE = "RELEASE SAVEPOINT duet_read";
    private static final String UNDO = "ROLLBACK TO SAVEPOINT duet_read; " + LEAVE;

    private ReadOnlyWork() {}

    /** Reads in the transaction that the connection is in. The server makes it read-only for the savepoint alone. */
    static <T> T inside(Connection connection, SessionParticipant.ConnectionWork<T> work) throws SQLException {
        execute(connection, ENTER);
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            undo(connection, failure);
            throw failure;
        }
        execute(connection, LEAVE);
        return result;
    }

    private static void undo(Connection connection, Throwable failure) {
        try {
            execute(connection, UNDO);
        } catch (SQLException | RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }

    /** Reads on a connection without a transaction, in one of its own. */
    static <T> T alone(Connection connection, SessionParticipant.ConnectionWork<T> work) throws SQLException {
        execute(connection, "BEGIN READ ONLY");
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            end(connection, failure);
            throw failure;
        }
        execute(connection, "COMMIT");
        return result;
    }

    private static void end(Connection connection, Throwable failure) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException | RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
