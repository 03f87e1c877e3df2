package org.duetdb;

import java.io.Serial;

/**
 * The user of the database lacks a right, or a policy of row-level security forbids the row (SQLSTATE 42501). A user
 * that may not even connect is {@link UnavailableException}.
 */
public class AccessDeniedException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public AccessDeniedException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
