package org.duetdb;

import java.io.Serial;

/** A statement or a connection failed: the server or the driver said so. */
public class DatabaseException extends DuetException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ServerError error;

    /** Creates an exception; see {@link DuetException}. */
    public DatabaseException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, cause);
        this.error = error;
    }

    /** Returns all that the server said. */
    public ServerError error() {
        return error;
    }

    /** Returns the SQLSTATE; null if neither server nor driver gave one. */
    public String sqlState() {
        return error.sqlState();
    }

    /** Returns the violated constraint; null if none is concerned. */
    public String constraint() {
        return error.constraint();
    }
}
