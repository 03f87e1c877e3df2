package org.duetdb.xa;

import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * What a transaction manager speaks to. Reads flags and names, keeps the {@link Association}, and leaves SQL to
 * {@link BranchWork} before and {@link Settlement} after a branch is prepared.
 *
 * <p>It is more lenient than the specification in two places, as the driver is: a branch may be rolled back while it is
 * active, for a timeout does that; and rolled back once more after a vote that was {@code XA_RB…}.
 *
 * <p>Safe for use by several threads, which wait for each other: managers end branches from threads of their own.
 */
final class BranchResource implements XAResource {

    private final Pool pool;
    private final Failures failures;
    private final Association association;
    private final BranchWork work;
    private final Settlement settlement;
    private final AtomicReference<Future<?>> leak = new AtomicReference<>();
    private BranchId rolledBack;
    private BranchId voted;

    BranchResource(Backend backend, Pool pool) {
        this.pool = pool;
        this.failures = pool.failures();
        this.association = new Association(failures);
        this.work = new BranchWork(backend, pool);
        this.settlement = new Settlement(backend, pool);
    }

    synchronized boolean isInBranch() {
        return !association.isNone();
    }

    @Override
    public synchronized void start(Xid xid, int flags) throws XAException {
        BranchId branch = id(xid);
        switch (flags) {
            case TMNOFLAGS -> begin(branch);
            case TMJOIN -> association.join(branch);
            case TMRESUME -> association.resume(branch);
            default -> throw invalidFlags();
        }
    }

    private void begin(BranchId branch) throws BranchException {
        association.requireNone(branch);
        if (pool.node().decisions().of(branch) != Decisions.Decision.UNKNOWN) {
            throw failures.illegal(XAException.XAER_DUPID, "the branch has been prepared already");
        }
        work.begin();
        association.begin(branch);
        rolledBack = null;
        leak.set(pool.leaks().watch(pool.leakSeconds(), pool.origin()));
    }

    @Override
    public synchronized void end(Xid xid, int flags) throws XAException {
        BranchId branch = id(xid);
        switch (flags) {
            case TMSUCCESS -> association.end(branch, false);
            case TMFAIL -> association.end(branch, true);
            case TMSUSPEND -> association.suspend(branch);
            default -> throw invalidFlags();
        }
    }

    /** Has the branch checked before it ends; returns whether it has written. */
    synchronized boolean check() throws SQLException {
        return work.check();
    }

    @Override
    public synchronized int prepare(Xid xid) throws XAException {
        BranchId branch = id(xid);
        voted = branch;
        try {
            return finish(branch, () -> work.vote(branch, association.hasFailed()));
        } catch (BranchException e) {
            throw e.errorCode == XAException.XAER_RMFAIL ? undone(branch, e) : e;
        }
    }

    /**
     * Rolls back a branch of which nobody knows whether it was prepared: then everybody does. A manager that is told of
     * the doubt may make it one about the whole transaction.
     */
    private BranchException undone(BranchId branch, BranchException doubt) {
        try {
            settlement.rollBack(branch, patience(branch));
        } catch (BranchException away) {
            doubt.addSuppressed(away);
            return doubt;
        }
        rolledBack = branch;
        return failures.lost(doubt);
    }

    @Override
    public synchronized void commit(Xid xid, boolean onePhase) throws XAException {
        BranchId branch = id(xid);
        if (onePhase) {
            finish(branch, () -> {
                work.commit(association.hasFailed());
                return null;
            });
        } else if (association.isOf(branch)) {
            throw failures.illegal(XAException.XAER_PROTO, "the branch has not been prepared");
        } else {
            settlement.commit(branch, patience(branch));
        }
    }

    /** The last that this connection does for its branch. */
    private interface LastStep<T> {
        T run() throws BranchException;
    }

    private <T> T finish(BranchId branch, LastStep<T> step) throws BranchException {
        requireOwn(branch);
        try {
            return step.run();
        } catch (BranchException e) {
            rolledBack = e.errorCode == XAException.XAER_RMFAIL ? null : branch;
            throw e;
        } finally {
            free();
        }
    }

    @Override
    public synchronized void rollback(Xid xid) throws XAException {
        BranchId branch = id(xid);
        if (association.isOf(branch)) {
            try {
                work.rollBack();
            } finally {
                free();
            }
        } else if (!branch.equals(rolledBack)) {
            settlement.rollBack(branch, patience(branch));
        }
    }

    /** Whoever asks a second time is recovery, which has other branches to look after. */
    private Patience patience(BranchId branch) {
        boolean first = branch.equals(voted);
        voted = null;
        return first ? pool.patience() : Patience.NONE;
    }

    /** All at once, with {@code TMSTARTRSCAN}; nothing more after it. Never those of another node. */
    @Override
    public synchronized Xid[] recover(int flags) throws XAException {
        if ((flags & ~(TMSTARTRSCAN | TMENDRSCAN)) != 0) {
            throw invalidFlags();
        }
        if ((flags & TMSTARTRSCAN) == 0 || pool.isReadRole()) {
            return new Xid[0];
        }
        return settlement.branches().toArray(Xid[]::new);
    }

    /** There are no heuristic outcomes to forget. */
    @Override
    public void forget(Xid xid) throws XAException {
        id(xid);
        throw failures.illegal(XAException.XAER_NOTA, "the database has no branch that ended by itself");
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }

    /**
     * The connection has been closed. A branch that it had is the server's to roll back, and stays known here until its
     * manager asks: pools close a lost connection before that. Waits for nobody, for pools hold locks meanwhile.
     */
    void closed() {
        stopWatching();
    }

    private void requireOwn(BranchId branch) throws BranchException {
        if (association.isOf(branch)) {
            association.requireEnded();
        } else if (pool.node().decisions().of(branch) != Decisions.Decision.UNKNOWN) {
            throw failures.illegal(XAException.XAER_PROTO, "the branch has been prepared already");
        } else {
            throw failures.illegal(XAException.XAER_NOTA, "the connection has no such branch");
        }
    }

    private void free() {
        association.clear();
        stopWatching();
    }

    private void stopWatching() {
        Future<?> watched = leak.getAndSet(null);
        if (watched != null) {
            watched.cancel(false);
        }
    }

    private BranchId id(Xid xid) throws BranchException {
        if (xid == null) {
            throw failures.illegal(XAException.XAER_INVAL, "the branch has no name");
        }
        return BranchId.of(xid);
    }

    private BranchException invalidFlags() {
        return failures.illegal(XAException.XAER_INVAL, "the flags do not belong to this call");
    }
}
