package org.duetdb;

import java.io.Serial;

/**
 * What the transaction has read is not what it would read any more (SQLSTATE 40001): at the isolation levels
 * {@code REPEATABLE READ} and {@code SERIALIZABLE}; on a standby also a read that was in the way of what it replayed.
 */
public class SerializationFailureException extends ConcurrencyException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public SerializationFailureException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
