package org.duetdb;

import java.io.Serial;

/**
 * There is a row with the same key already (SQLSTATE 23505). {@link #constraint()} names the constraint, or the unique
 * index.
 */
public class UniqueViolationException extends ConstraintViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public UniqueViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
