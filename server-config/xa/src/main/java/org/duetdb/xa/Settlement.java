package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import javax.transaction.xa.XAException;

/**
 * Phase two, and recovery: what happens to branches that are prepared. They belong to no connection. So where the own
 * one is lost, or busy, a new one is made, and the manager is asked to try again only if that fails, too.
 */
final class Settlement {

    private static final Logger LOG = System.getLogger(Settlement.class.getName());
    private static final String COMMIT = "COMMIT PREPARED";
    private static final String ROLLBACK = "ROLLBACK PREPARED";

    private final Backend own;
    private final Pool pool;
    private final Failures failures;

    Settlement(Backend own, Pool pool) {
        this.own = own;
        this.pool = pool;
        this.failures = pool.failures();
    }

    void commit(BranchId branch, Patience patience) throws BranchException {
        pool.node().decisions().committing(branch);
        patience.attempt(() -> commit(branch));
    }

    private void commit(BranchId branch) throws BranchException {
        Decisions decisions = pool.node().decisions();
        boolean preparedHere = decisions.of(branch) != Decisions.Decision.UNKNOWN;
        if (!end(COMMIT, branch) && !isRecorded(branch)) {
            decisions.ended(branch);
            throw unknown();
        }
        decisions.ended(branch);
        pool.site().purge().committed(branch.global(), preparedHere, own);
    }

    /**
     * Rolls back, unless it is known that the transaction has been committed elsewhere. Then this branch is committed,
     * and no heuristic outcome is reported: in the end all branches agree.
     */
    void rollBack(BranchId branch, Patience patience) throws BranchException {
        patience.attempt(() -> rollBack(branch));
    }

    private void rollBack(BranchId branch) throws BranchException {
        switch (pool.node().decisions().of(branch)) {
            case OPEN -> {
                end(ROLLBACK, branch); // where there is none, PREPARE had not reached the server
                pool.node().decisions().ended(branch);
            }
            case COMMIT -> commitInstead(branch);
            case UNKNOWN -> recover(branch);
        }
    }

    private void recover(BranchId branch) throws BranchException {
        if (!list(pool.gids().of(branch)).contains(branch)) {
            throw unknown();
        }
        if (isCommittedElsewhere(branch)) {
            commitInstead(branch);
        } else if (!end(ROLLBACK, branch)) {
            throw unknown();
        }
    }

    private boolean isCommittedElsewhere(BranchId branch) throws BranchException {
        try {
            return pool.node().hasCommitted(branch, pool.siblings());
        } catch (SQLException e) {
            throw failures.undecided(e);
        }
    }

    private void commitInstead(BranchId branch) throws BranchException {
        LOG.log(
                Level.WARNING,
                "DUET-548 a branch was committed although the transaction manager asked to roll it back, for the same"
                        + " transaction has committed in another database [branch="
                        + pool.gids().of(branch) + "] "
                        + pool.origin() + "; nothing has to be done");
        commit(branch, Patience.NONE);
    }

    /** The prepared branches of this node in this database. */
    List<BranchId> branches() throws BranchException {
        return list(pool.gids().prefix());
    }

    private List<BranchId> list(String prefix) throws BranchException {
        return onSomeConnection(backend -> pool.site().prepared(backend, prefix)).stream()
                .flatMap(gid -> pool.gids().parse(gid).stream())
                .toList();
    }

    private boolean end(String command, BranchId branch) throws BranchException {
        String gid = pool.gids().of(branch);
        return onSomeConnection(backend -> Site.end(backend, command, gid));
    }

    /** An attempt whose answer was lost may have committed: then its record is there. */
    private boolean isRecorded(BranchId branch) throws BranchException {
        return onSomeConnection(backend -> pool.site().records().contains(branch.global(), backend));
    }

    private BranchException unknown() {
        return failures.illegal(XAException.XAER_NOTA, "the database has no such prepared branch");
    }

    private interface Work<T> {
        T on(Backend backend) throws SQLException;
    }

    private <T> T onSomeConnection(Work<T> work) throws BranchException {
        if (!own.isLost() && own.isIdle()) {
            try {
                return work.on(own);
            } catch (SQLException e) {
                if (!own.isLost()) {
                    throw failures.unavailable(e);
                }
            }
        }
        try (Backend other = pool.site().connector().connect()) {
            return work.on(other);
        } catch (SQLException e) {
            throw failures.unavailable(e);
        }
    }
}
