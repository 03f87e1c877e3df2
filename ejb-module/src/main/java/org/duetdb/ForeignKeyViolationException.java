package org.duetdb;

import java.io.Serial;

/**
 * A row refers to one that does not exist, or others refer to a row that was to go (SQLSTATE 23503, and 23001 for
 * {@code ON DELETE RESTRICT}). {@link #constraint()} names the constraint.
 */
public class ForeignKeyViolationException extends ConstraintViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public ForeignKeyViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
