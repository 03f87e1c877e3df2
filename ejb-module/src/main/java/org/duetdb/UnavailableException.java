package org.duetdb;

import java.io.Serial;

/**
 * No usable connection: the server is away, refuses this user or has run out of something, the container has no
 * datasource, or the connection was lost (SQLSTATE classes 08, 28, 53 and 57P, and any when connecting). It may pass by
 * itself.
 */
public class UnavailableException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public UnavailableException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
