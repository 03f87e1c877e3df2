package org.duetdb;

import java.io.Serial;

/**
 * A row conflicts with another one by an exclusion constraint, such as two bookings of one room that overlap (SQLSTATE
 * 23P01). {@link #constraint()} names it.
 */
public class ExclusionViolationException extends ConstraintViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public ExclusionViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
