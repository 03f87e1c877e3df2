package org.duetdb;

import java.io.Serial;

/** A value that the server sent cannot be read as what was asked for. */
public class UnreadableValueException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public UnreadableValueException(String code, String what, String remedy, Origin origin, Throwable cause) {
        super(code, what, remedy, origin, cause);
    }
}
