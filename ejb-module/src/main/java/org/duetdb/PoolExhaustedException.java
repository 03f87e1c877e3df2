package org.duetdb;

import java.io.Serial;

/**
 * The container's pool gave no connection, and no database is to blame: all were in use for as long as
 * {@code database.<alias>.connect-timeout}. Nothing was sent.
 */
public class PoolExhaustedException extends UnavailableException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public PoolExhaustedException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
