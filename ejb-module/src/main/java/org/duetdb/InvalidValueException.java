package org.duetdb;

import java.io.Serial;

/**
 * A value does not fit where the statement uses it (SQLSTATE class 22): too long, out of range, malformed, a division
 * by zero. So does a search expression or a path within a value that has a syntax error (42601 without a position).
 * {@code error().message()} says more, and mostly quotes the value.
 */
public class InvalidValueException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public InvalidValueException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
