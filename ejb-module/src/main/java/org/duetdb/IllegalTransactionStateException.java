package org.duetdb;

import java.io.Serial;

/** A transaction method was called in a state in which it is not legal. Nothing has changed. */
public class IllegalTransactionStateException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public IllegalTransactionStateException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
