package org.duetdb;

import java.io.Serial;

/** An alias that is not configured was asked for. */
public class UnknownAliasException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DuetException}. */
    public UnknownAliasException(String code, String what, String remedy, Origin origin) {
        super(code, what, remedy, origin, null);
    }
}
