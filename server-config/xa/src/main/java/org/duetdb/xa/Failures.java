package org.duetdb.xa;

import java.sql.SQLException;
import javax.transaction.xa.XAException;

/** Words and codes for everything that can go wrong with the branches of one pool. */
record Failures(Origin origin) {

    /** The manager called what cannot be called now. */
    BranchException illegal(int code, String what) {
        return failure(code, "545 " + what, "this is an error of the transaction manager", null);
    }

    /** A statement had failed: PostgreSQL would have answered a commit with a rollback, and no error. */
    BranchException aborted() {
        return failure(
                XAException.XA_RBROLLBACK,
                "540 the branch was rolled back, for one of its statements had failed",
                "find the first error of the transaction",
                null);
    }

    BranchException markedFailed() {
        return failure(
                XAException.XA_RBROLLBACK,
                "540 the branch was rolled back, for the manager had ended it as failed",
                "find the first error of the transaction",
                null);
    }

    /** Somebody sent COMMIT or ROLLBACK as SQL. */
    BranchException endedBySql() {
        return failure(
                XAException.XA_RBPROTO,
                "541 the branch was ended by an SQL statement",
                "leave COMMIT and ROLLBACK to the transaction manager",
                null);
    }

    /** The server rolls back, now or when it notices, for it was not asked to prepare or to commit; or has done so. */
    BranchException lost(Exception cause) {
        return failure(
                XAException.XA_RBCOMMFAIL,
                "542 the branch was rolled back, for its connection was lost",
                "try again when the database is there",
                cause);
    }

    /**
     * Returns the failure of a commit in one phase, after which there is nothing to ask for again. The manager of
     * Payara does so when it is told of a passing disturbance, a minute later.
     */
    static BranchException ended(BranchException failure) {
        return switch (failure.errorCode) {
            case XAException.XA_RBTRANSIENT, XAException.XA_RBCOMMFAIL ->
                new BranchException(XAException.XA_RBROLLBACK, failure.getMessage(), failure.getCause());
            default -> failure;
        };
    }

    /** The server refused to prepare or to commit, and has rolled back. */
    BranchException refused(SQLException cause) {
        return failure(
                SqlStates.rollbackCode(cause),
                "543 the database refused to commit the branch, and rolled it back",
                "see the cause",
                cause);
    }

    /** The server cannot prepare the branch, and could not the next time either; it has rolled back. */
    BranchException unprepared(SQLException cause) {
        int code = SqlStates.rollbackCode(cause);
        return SqlStates.isNoRoom(cause)
                ? failure(
                        code,
                        "552 the branch was rolled back, for the database takes no more prepared transactions",
                        "raise max_prepared_transactions, and restart PostgreSQL",
                        cause)
                : failure(
                        code,
                        "553 the branch was rolled back, for the database cannot prepare what it has done",
                        "use no temporary table, LISTEN or NOTIFY in a transaction over several databases",
                        cause);
    }

    /** Nobody knows yet, or the decision could not be carried out: the manager has to ask again. */
    BranchException unavailable(SQLException cause) {
        return failure(
                XAException.XAER_RMFAIL,
                "544 the branch cannot be ended now",
                "the transaction manager has to try again",
                cause);
    }

    /** Recovery wants to roll back, and what the other databases know of the transaction cannot be had. */
    BranchException undecided(SQLException cause) {
        return failure(
                XAException.XAER_RMFAIL,
                "549 the branch is not rolled back before all databases of its transaction can be asked",
                "the transaction manager has to try again when they are there",
                cause);
    }

    private BranchException failure(int code, String what, String remedy, Throwable cause) {
        return new BranchException(code, "DUET-" + what + ' ' + origin + "; " + remedy, cause);
    }
}
