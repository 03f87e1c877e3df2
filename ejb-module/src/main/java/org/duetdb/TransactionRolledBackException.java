package org.duetdb;

import java.io.Serial;

/** A transaction that was to commit has been rolled back, in every database; the cause says why. */
public class TransactionRolledBackException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public TransactionRolledBackException(String code, String what, String remedy, Origin origin, Throwable cause) {
        super(code, what, remedy, origin, cause);
    }
}
