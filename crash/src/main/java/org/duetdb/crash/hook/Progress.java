package org.duetdb.crash.hook;

import java.util.Optional;

/** How far one transaction is. Not safe for use by several threads. */
final class Progress {

    /** A transfer has one branch in each database. */
    private static final int BRANCHES = 2;

    private int preparing;
    private int prepared;
    private int committing;
    private int committed;

    Optional<Moment> beginsToPrepare() {
        preparing++;
        return Optional.of(preparing == 1 ? Moment.BEFORE_FIRST_PREPARE : Moment.BETWEEN_PREPARES);
    }

    Optional<Moment> hasPrepared() {
        prepared++;
        return Optional.of(Moment.AFTER_LAST_PREPARE).filter(moment -> prepared == BRANCHES);
    }

    Optional<Moment> beginsToCommit() {
        committing++;
        return Optional.of(Moment.BETWEEN_COMMITS).filter(moment -> committing == BRANCHES);
    }

    Optional<Moment> hasCommitted() {
        committed++;
        return Optional.of(Moment.BEFORE_FORGETTING).filter(moment -> committed == BRANCHES);
    }
}
