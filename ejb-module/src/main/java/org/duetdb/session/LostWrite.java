package org.duetdb.session;

import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.ServerError;
import org.duetdb.UnknownOutcomeException;

/**
 * A write without a transaction, whose connection is lost: the server may have committed it before. (In a transaction
 * it has not: what was not committed then never is.)
 */
final class LostWrite {

    private static final String CLOSED_BEFORE = "08003";
    private static final String CLOSED_BENEATH = "55000";

    private LostWrite() {}

    /** Returns that the outcome is unknown, if the connection was lost in the midst of the write; else the failure. */
    static DuetException explain(DatabaseException failure, Origin origin) {
        if (!isLossInTheMidst(failure)) {
            return failure;
        }
        return new UnknownOutcomeException(
                "DUET-221",
                "the connection was lost during a write, and it is not known whether that was done",
                "look at the data before trying again",
                origin,
                failure);
    }

    /**
     * A connection that had been closed before has sent nothing. What has no SQLSTATE, neither server nor driver has
     * said; and a statement whose connection is closed beneath it, the driver calls closed.
     */
    private static boolean isLossInTheMidst(DatabaseException failure) {
        ServerError error = failure.error();
        if (error.sqlState() == null) {
            return true;
        }
        boolean closedBeneath = error.severity() == null && CLOSED_BENEATH.equals(error.sqlState());
        boolean lost = error.isOfClass("08") || error.isOfClass("57P") || closedBeneath;
        return lost && !CLOSED_BEFORE.equals(error.sqlState());
    }
}
