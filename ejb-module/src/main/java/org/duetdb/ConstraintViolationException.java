package org.duetdb;

import java.io.Serial;

/** A constraint was violated (SQLSTATE class 23): {@link #constraint()} names it. */
public class ConstraintViolationException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public ConstraintViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
