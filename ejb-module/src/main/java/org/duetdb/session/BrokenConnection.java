package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.datasource.ServerErrors;

/**
 * Whether a connection is to blame for a failure that does not say so: the handle of a pool, and a provider of
 * persistence, may have words of their own for it, without an SQLSTATE.
 */
public final class BrokenConnection {

    private static final int SECONDS_TO_ANSWER = 1;
    private static final String CONNECTION_FAILURE = "08006";

    private BrokenConnection() {}

    /**
     * Returns what to say of a failure. If it names no SQLSTATE, the server is asked for a sign of life; a transaction
     * on the connection stays as it is.
     *
     * @param connection what has failed; null if nobody has it any more
     * @return the loss of the connection, if that has broken; else the failure
     */
    public static Exception told(Exception failure, Connection connection) {
        boolean silent = !(failure instanceof DuetException)
                && ServerErrors.find(failure).isEmpty();
        return silent && connection != null && !isAlive(connection) ? loss(failure) : failure;
    }

    /** Returns what a failure is that a broken connection is to blame for. */
    public static SQLException loss(Exception failure) {
        return new SQLException("the connection broke", CONNECTION_FAILURE, failure);
    }

    /** Returns whether the server gives a sign of life. */
    public static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException | RuntimeException broken) {
            return false;
        }
    }
}
