package org.duetdb;

import java.io.Serial;

/** A value that is required is null (SQLSTATE 23502): {@code error().column()} names the column. */
public class NotNullViolationException extends ConstraintViolationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public NotNullViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
