package org.duetdb.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.UnknownOutcomeException;

/**
 * A write without a transaction, whose connection is lost: the server may have committed it before. (In a transaction
 * it has not: what was not committed then never is.)
 */
final class LostWrite {

    private static final String CLOSED_BEFORE = "08003";

    private LostWrite() {}

    /**
     * Does the work.
     *
     * @throws UnknownOutcomeException if the connection was lost in its midst
     */
    static <T> T on(Connection connection, SessionParticipant.ConnectionWork<T> work, Origin origin)
            throws SQLException {
        try {
            return work.on(connection);
        } catch (DuetException known) {
            throw known;
        } catch (SQLException | RuntimeException failure) {
            // a pool's wrapper may throw the latter, for a connection that has died
            DatabaseException known = SqlFailures.translate(failure, origin);
            if (isLossInTheMidst(known)) {
                throw new UnknownOutcomeException(
                        "DUET-221",
                        "the connection was lost during a write, and it is not known whether that was done",
                        "look at the data before trying again",
                        origin,
                        known);
            }
            throw known;
        }
    }

    /** One that had been closed before has sent nothing. */
    private static boolean isLossInTheMidst(DatabaseException failure) {
        boolean lost = failure.error().isOfClass("08") || failure.error().isOfClass("57P");
        return lost && !CLOSED_BEFORE.equals(failure.sqlState());
    }
}
