package org.duetdb.simulation;

import org.duetdb.DuetException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnknownOutcomeException;

/** How a transaction ended, as the program was told. */
enum Outcome {
    COMMITTED,
    ROLLED_BACK,
    UNKNOWN;

    /** Returns what the exception of a commit or rollback says; null if it says that the transaction goes on. */
    static Outcome of(DuetException said) {
        if (said instanceof TransactionRolledBackException) {
            return ROLLED_BACK;
        }
        return said instanceof UnknownOutcomeException ? UNKNOWN : null;
    }
}
