package org.duetdb.xa;

import javax.transaction.xa.XAException;

/**
 * Which branch a connection works for, and whether it may now: the association states of the XA specification (tables
 * 6-2 to 6-4), for a resource that holds one branch at a time. Refuses what they do not allow. Not safe for use by
 * several threads.
 */
final class Association {

    private enum State {
        NONE,
        ACTIVE,
        SUSPENDED,
        ENDED
    }

    private final Failures failures;
    private State state = State.NONE;
    private BranchId branch;
    private boolean failed;

    Association(Failures failures) {
        this.failures = failures;
    }

    boolean isNone() {
        return state == State.NONE;
    }

    boolean isOf(BranchId asked) {
        return asked.equals(branch);
    }

    /** Whether the manager has said that some of the work failed ({@code TMFAIL}). */
    boolean hasFailed() {
        return failed;
    }

    /** A new branch may begin here: the connection has none. */
    void requireNone(BranchId asked) throws BranchException {
        if (isOf(asked)) {
            throw failures.illegal(XAException.XAER_DUPID, "the branch has been started already");
        }
        if (state == State.ENDED) {
            throw failures.illegal(XAException.XAER_RMERR, "the connection has a branch that is not finished");
        }
        if (state != State.NONE) {
            throw failures.illegal(XAException.XAER_PROTO, "the connection works for another branch");
        }
    }

    void begin(BranchId started) {
        state = State.ACTIVE;
        branch = started;
        failed = false;
    }

    /** {@code TMJOIN}: more work for a branch that had ended. */
    void join(BranchId asked) throws BranchException {
        move(asked, state == State.ENDED, State.ACTIVE, "joined");
    }

    /** {@code TMSUSPEND}: the branch stays on this connection, so there is nothing to put away. */
    void suspend(BranchId asked) throws BranchException {
        move(asked, state == State.ACTIVE, State.SUSPENDED, "suspended");
    }

    /** {@code TMRESUME}. */
    void resume(BranchId asked) throws BranchException {
        move(asked, state == State.SUSPENDED, State.ACTIVE, "resumed");
    }

    /** {@code TMSUCCESS} or {@code TMFAIL}; a suspended branch may end, too. */
    void end(BranchId asked, boolean withFailure) throws BranchException {
        move(asked, state == State.ACTIVE || state == State.SUSPENDED, State.ENDED, "ended");
        failed |= withFailure;
    }

    /** The branch of this connection may be committed only when nobody works for it any more. */
    void requireEnded() throws BranchException {
        if (state != State.ENDED) {
            throw failures.illegal(XAException.XAER_PROTO, "the branch has not ended");
        }
    }

    void clear() {
        state = State.NONE;
        branch = null;
        failed = false;
    }

    private void move(BranchId asked, boolean allowed, State next, String participle) throws BranchException {
        if (!isOf(asked)) {
            throw failures.illegal(XAException.XAER_NOTA, "the connection has no such branch");
        }
        if (!allowed) {
            throw failures.illegal(
                    XAException.XAER_PROTO, "the branch cannot be " + participle + " while it is " + state);
        }
        state = next;
    }
}
