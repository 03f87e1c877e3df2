package org.duetdb.crash.hook;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A resource whose two phases are watched. */
record HookedResource(XAResource inner, Trap trap) implements XAResource {

    @Override
    public int prepare(Xid xid) throws XAException {
        trap.on(xid, Progress::beginsToPrepare);
        int vote = inner.prepare(xid);
        trap.on(xid, Progress::hasPrepared);
        return vote;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        if (onePhase) {
            inner.commit(xid, true);
            return;
        }
        trap.on(xid, Progress::beginsToCommit);
        inner.commit(xid, false);
        trap.on(xid, Progress::hasCommitted);
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        inner.rollback(xid);
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        inner.start(xid, flags);
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        inner.end(xid, flags);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        inner.forget(xid);
    }

    @Override
    public Xid[] recover(int flags) throws XAException {
        return inner.recover(flags);
    }

    @Override
    public boolean isSameRM(XAResource other) throws XAException {
        return inner.isSameRM(other instanceof HookedResource hooked ? hooked.inner : other);
    }

    @Override
    public int getTransactionTimeout() throws XAException {
        return inner.getTransactionTimeout();
    }

    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        return inner.setTransactionTimeout(seconds);
    }
}
