package org.duetdb;

import java.io.Serial;

/**
 * A lock was not to be had: others held it longer than {@code lock_timeout} allows, or at all where the statement says
 * {@code NOWAIT} (SQLSTATE 55P03).
 */
public class LockTimeoutException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public LockTimeoutException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
