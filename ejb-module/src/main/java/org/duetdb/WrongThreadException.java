package org.duetdb;

import java.io.Serial;

/** A session was used by another thread than the one that it belongs to. Nothing has changed. */
public class WrongThreadException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public WrongThreadException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
