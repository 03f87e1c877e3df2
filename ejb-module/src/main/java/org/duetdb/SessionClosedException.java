package org.duetdb;

import java.io.Serial;

/** A session was used after its request had ended. */
public class SessionClosedException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public SessionClosedException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
