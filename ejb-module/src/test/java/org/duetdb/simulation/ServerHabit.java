package org.duetdb.simulation;

/** What application servers have been seen to do, each within the specification or beside it. */
enum ServerHabit {
    /**
     * Says nothing of why it rolled back, takes a commit in one phase that failed for a rollback, or for nothing it
     * knows, and commits when a method threw an {@code Error}.
     */
    PAYARA(false, false, true, true, false),

    /**
     * Tells {@code afterCompletion} that it committed what it could not, says that databases differ where there is one,
     * rolls back from another thread what takes too long, and may lend a connection on which no branch could be
     * started.
     */
    NARAYANA(true, true, false, true, true),

    /** Does what the specification says and no more: what {@code beforeCompletion} throws is not passed on. */
    PLAIN(false, true, false, false, false);

    private final boolean claimsCommit;
    private final boolean endsAtTimeout;
    private final boolean commitsOnError;
    private final boolean passesCauses;
    private final boolean lendsWithoutBranch;

    ServerHabit(
            boolean claimsCommit,
            boolean endsAtTimeout,
            boolean commitsOnError,
            boolean passesCauses,
            boolean lendsWithoutBranch) {
        this.claimsCommit = claimsCommit;
        this.endsAtTimeout = endsAtTimeout;
        this.commitsOnError = commitsOnError;
        this.passesCauses = passesCauses;
        this.lendsWithoutBranch = lendsWithoutBranch;
    }

    /** Returns whether {@code afterCompletion} hears of a commit after one in one phase has failed. */
    boolean claimsCommit() {
        return claimsCommit;
    }

    /** Returns whether a transaction that takes too long is rolled back at once, and not only marked. */
    boolean endsAtTimeout() {
        return endsAtTimeout;
    }

    boolean commitsOnError() {
        return commitsOnError;
    }

    /** Returns whether the exception of {@code beforeCompletion} is the cause of what the commit throws. */
    boolean passesCauses() {
        return passesCauses;
    }

    /** Returns whether a connection that has died may be lent, of which nothing can be used. */
    boolean lendsWithoutBranch() {
        return lendsWithoutBranch;
    }
}
