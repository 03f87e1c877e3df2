package org.duetdb;

import java.io.Serial;

/**
 * Others changed the same data at the same time, and the server gave up this transaction for theirs. Nothing of it has
 * happened. To do the <b>whole</b> unit of work again, in a new transaction, may well succeed; to repeat the statement
 * alone cannot.
 */
public abstract class ConcurrencyException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    protected ConcurrencyException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
