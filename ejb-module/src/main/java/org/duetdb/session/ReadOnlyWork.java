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

    /**
     * Reads in the transaction that the connection is in. The server makes it read-only for the savepoint alone.
     *
     * @param broken hears that the transaction can only roll back any more, before this throws
     */
    static <T> T inside(Connection connection, SessionParticipant.ConnectionWork<T> work, Runnable broken)
            throws SQLException {
        surround(connection, ENTER, broken);
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                surround(connection, UNDO, broken);
            } catch (SQLException | RuntimeException lost) {
                failure.addSuppressed(lost);
            }
            throw failure;
        }
        surround(connection, LEAVE, broken);
        return result;
    }

    private static void surround(Connection connection, String sql, Runnable broken) throws SQLException {
        try {
            execute(connection, sql);
        } catch (SQLException | RuntimeException failure) {
            broken.run();
            throw failure;
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
