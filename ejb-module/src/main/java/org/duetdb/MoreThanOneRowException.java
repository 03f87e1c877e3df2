package org.duetdb;

import java.io.Serial;

/** A statement that must return one row returned several. */
public class MoreThanOneRowException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public MoreThanOneRowException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
