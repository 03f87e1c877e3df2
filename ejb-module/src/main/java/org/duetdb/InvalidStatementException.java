package org.duetdb;

import java.io.Serial;

/** A statement, its parameters, or the way in which its result is asked for is not valid. */
public class InvalidStatementException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public InvalidStatementException(String code, String what, String remedy, Origin origin, Throwable cause) {
        super(code, what, remedy, origin, cause);
    }
}
