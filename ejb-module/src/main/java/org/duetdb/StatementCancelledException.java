package org.duetdb;

import java.io.Serial;

/**
 * The server stopped a statement because somebody asked it to (SQLSTATE 57014): an administrator by
 * {@code pg_cancel_backend}, or the driver. The connection stays usable.
 */
public class StatementCancelledException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public StatementCancelledException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
