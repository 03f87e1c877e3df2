package org.duetdb.crash.hook;

/** Moments of a commit over two databases. */
public enum Moment {
    /** The manager is about to prepare the first branch. */
    BEFORE_FIRST_PREPARE,
    /** One branch is prepared, and the manager is about to prepare the other. */
    BETWEEN_PREPARES,
    /** Both branches are prepared; the manager has not written down its decision yet. */
    AFTER_LAST_PREPARE,
    /** It has, and one branch is committed. */
    BETWEEN_COMMITS,
    /** Both branches are committed; the manager has not forgotten the transaction yet. */
    BEFORE_FORGETTING
}
