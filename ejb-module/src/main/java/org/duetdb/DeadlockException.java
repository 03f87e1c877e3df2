package org.duetdb;

import java.io.Serial;

/**
 * Transactions waited for each other, and the server ended the wait by failing this one (SQLSTATE 40P01). Taking locks
 * in the same order everywhere avoids it.
 */
public class DeadlockException extends ConcurrencyException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public DeadlockException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
