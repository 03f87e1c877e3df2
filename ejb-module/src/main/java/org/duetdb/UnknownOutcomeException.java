package org.duetdb;

import java.io.Serial;

/**
 * It cannot be known whether a transaction committed: the connection to the transaction or to a database was lost at
 * the wrong moment, or a resource decided on its own. It must not simply be tried again.
 */
public class UnknownOutcomeException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public UnknownOutcomeException(String code, String what, String remedy, Origin origin, Throwable cause) {
        super(code, what, remedy, origin, cause);
    }
}
