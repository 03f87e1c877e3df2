package org.duetdb.transaction;

import jakarta.transaction.Status;

/** Where the transaction of the calling thread stands. The only reader of JTA's status. */
enum TransactionPhase {
    /** There is none. */
    NONE,

    /** Work can be done in it. */
    ACTIVE,

    /** It can only roll back any more. */
    ROLLBACK_ONLY,

    /** Its end is under way, or its state is unknown. */
    ENDING;

    /** Translates a status of Jakarta Transactions 2.0, {@link Status}. */
    static TransactionPhase of(int status) {
        return switch (status) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> NONE;
            case Status.STATUS_ACTIVE -> ACTIVE;
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK -> ROLLBACK_ONLY;
            default -> ENDING;
        };
    }

    /** Returns whether a status given to {@code afterCompletion} means that the transaction has committed. */
    static boolean isCommitted(int status) {
        return status == Status.STATUS_COMMITTED;
    }
}
