package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DatabaseException;
import org.duetdb.Origin;

/**
 * Finds out whether a connection is to blame for what others say who worked on it: providers hide that in words of
 * their own, without a cause.
 */
final class BrokenConnection {

    private static final int SECONDS_TO_ANSWER = 1;
    private static final String CONNECTION_FAILURE = "08006";

    private BrokenConnection() {}

    /** Asks the server for a sign of life; a transaction in it stays as it is. */
    static boolean isOf(Connection connection) {
        try {
            return !connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException | RuntimeException broken) {
            return true;
        }
    }

    /** Returns the exception to throw in the place of what was made of it. */
    static DatabaseException blamedFor(RuntimeException failure, Origin origin) {
        return failure instanceof DatabaseException known
                ? known
                : SqlFailures.translate(new SQLException("the connection broke", CONNECTION_FAILURE, failure), origin);
    }
}
