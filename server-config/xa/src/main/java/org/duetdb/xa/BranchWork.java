package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

/**
 * The transaction of a branch that is not prepared yet, on its connection. Whoever gets an {@code XA_RB…} from here may
 * rely on it: nothing of the branch remains.
 */
final class BranchWork {

    private static final Logger LOG = System.getLogger(BranchWork.class.getName());
    private static final String SAVEPOINT = "duet_vote";

    /**
     * Commits what wrote nothing. Else it stops before the commit, by the only error that plain SQL can be made to
     * throw.
     */
    private static final String COMMIT_IF_READ_ONLY = "SAVEPOINT " + SAVEPOINT
            + "; SELECT 1 / (CASE WHEN pg_catalog.pg_current_xact_id_if_assigned() IS NULL THEN 1 ELSE 0 END)"
            + "; COMMIT";

    private static final String CHECK = "SET CONSTRAINTS ALL IMMEDIATE; ";
    private static final String WROTE = "SELECT pg_catalog.pg_current_xact_id_if_assigned() IS NOT NULL";

    private final Backend backend;
    private final Pool pool;
    private final Failures failures;
    private boolean checked;
    private boolean wrote;

    BranchWork(Backend backend, Pool pool) {
        this.backend = backend;
        this.pool = pool;
        this.failures = pool.failures();
    }

    void begin() throws BranchException {
        if (backend.isLost()) {
            throw failures.unavailable(null);
        }
        if (!backend.isIdle()) {
            throw failures.illegal(XAException.XAER_OUTSIDE, "the connection is in a transaction of its own");
        }
        checked = false;
        wrote = false;
        try {
            backend.command("BEGIN");
        } catch (SQLException e) {
            throw failures.unavailable(e);
        }
    }

    /**
     * Has deferred constraints checked now, when the application can still be told, and finds out by the way whether
     * the branch has written: a vote need not ask for that once more.
     */
    boolean check() throws SQLException {
        wrote = backend.isTrueAgain(CHECK + WROTE);
        checked = true;
        return wrote;
    }

    /**
     * Phase one. A branch that wrote nothing is committed, and needs no phase two; so is every branch of the read role.
     *
     * @return {@code XA_RDONLY} or {@code XA_OK}
     */
    int vote(BranchId branch, boolean failed) throws BranchException {
        requireCommittable(failed);
        try {
            if (isCommittedReadOnly()) {
                return XAResource.XA_RDONLY;
            }
        } catch (SQLException e) {
            throw rolledBack(e);
        }
        prepare(branch);
        return XAResource.XA_OK;
    }

    private boolean isCommittedReadOnly() throws SQLException {
        if (wrote) {
            return false;
        }
        if (checked && !pool.isReadRole()) {
            return isCommittedUnlessItWrote();
        }
        if (pool.isReadRole() || !backend.isTrueAgain(WROTE)) {
            backend.command("COMMIT");
            return true;
        }
        return false;
    }

    /** In one round trip, for it is nearly sure: only what was executed since the check can have written. */
    private boolean isCommittedUnlessItWrote() throws SQLException {
        try {
            backend.executeAgain(COMMIT_IF_READ_ONLY);
            return true;
        } catch (SQLException e) {
            if (!SqlStates.DIVISION_BY_ZERO.equals(e.getSQLState()) || !backend.isFailed()) {
                throw e;
            }
            backend.command("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            return false;
        }
    }

    private void prepare(BranchId branch) throws BranchException {
        Records records = pool.site().records();
        String prepare = "PREPARE TRANSACTION '" + pool.gids().of(branch) + "'";
        String insertion = records.insertion(branch.global());
        pool.node().decisions().preparing(branch);
        try {
            backend.execute(insertion + prepare);
        } catch (SQLException e) {
            if (backend.isLost()) {
                // It may be prepared. Whoever rolls back has Settlement look for it.
                throw failures.unavailable(e);
            }
            pool.node().decisions().ended(branch);
            records.doubt();
            throw unprepared(e);
        }
    }

    /** Managers keep the cause to themselves, so what only a person can mend is in the log. */
    private BranchException unprepared(SQLException cause) {
        BranchException failure = rolledBack(cause);
        if (SqlStates.isNoRoom(cause) || SqlStates.isNotSupported(cause)) {
            failure = failures.unprepared(cause);
            LOG.log(Level.WARNING, failure.getMessage());
        }
        return failure;
    }

    /** Commits a branch that is the only one. If the connection is lost meanwhile, the outcome is not known. */
    void commit(boolean failed) throws BranchException {
        try {
            requireCommittable(failed);
            commit();
        } catch (BranchException e) {
            throw Failures.ended(e);
        }
    }

    private void commit() throws BranchException {
        try {
            backend.command("COMMIT");
        } catch (SQLException e) {
            throw backend.isLost() ? failures.unavailable(e) : rolledBack(e);
        }
    }

    /** Rolls back. A lost connection is no failure here: the server rolls back when it notices. */
    void rollBack() throws BranchException {
        try {
            if (!backend.isLost() && !backend.isIdle()) {
                backend.command("ROLLBACK");
            }
        } catch (SQLException e) {
            if (!backend.isLost()) {
                throw failures.unavailable(e);
            }
        }
    }

    private void requireCommittable(boolean failed) throws BranchException {
        if (backend.isLost()) {
            throw failures.lost(null);
        }
        if (backend.isIdle()) {
            throw failures.endedBySql();
        }
        if (failed || backend.isFailed()) {
            rollBack();
            throw failed ? failures.markedFailed() : failures.aborted();
        }
    }

    /** After a failure before which nothing was prepared or committed. */
    private BranchException rolledBack(SQLException cause) {
        try {
            rollBack();
        } catch (BranchException e) {
            cause.addSuppressed(e);
        }
        return backend.isLost() ? failures.lost(cause) : failures.refused(cause);
    }
}
