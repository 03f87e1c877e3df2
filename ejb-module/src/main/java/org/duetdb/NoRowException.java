package org.duetdb;

import java.io.Serial;

/** A statement that must return one row returned none. */
public class NoRowException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public NoRowException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
