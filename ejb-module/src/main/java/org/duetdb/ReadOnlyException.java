package org.duetdb;

import java.io.Serial;

/** A write was refused because the session or the server is read-only (SQLSTATE 25006). */
public class ReadOnlyException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public ReadOnlyException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
