package org.duetdb;

import java.io.Serial;

/**
 * A row, or a value of a domain, is against a check constraint (SQLSTATE 23514), or no partition takes it; or a row is
 * against the check option of a view (44000). {@link #constraint()} names the constraint, and is null in the last two.
 */
public class CheckViolationException extends ConstraintViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public CheckViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
