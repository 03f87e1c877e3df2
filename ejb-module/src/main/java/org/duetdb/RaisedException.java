package org.duetdb;

import java.io.Serial;

/**
 * A function or a trigger of the database raised an error of its own (SQLSTATE class P0, {@code RAISE EXCEPTION}).
 * {@code error().message()} has its words, {@code error().detail()} and {@code error().hint()} what it gave with them;
 * all may quote values. One that is raised with another SQLSTATE is the exception of that.
 */
public class RaisedException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public RaisedException(String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
