package org.duetdb.session;

import java.io.IOException;
import java.sql.SQLException;
import org.duetdb.ServerError;

/**
 * Makes causes that can be logged. The driver joins message, detail and context into the message of its exceptions, and
 * for a batch the statement with its values.
 */
final class Causes {

    private static final String WITHHELD = "message withheld, it may quote a value";
    private static final int DEEPEST = 20;

    private Causes() {}

    /**
     * Returns an exception of the same SQLSTATE and the same stack trace, without words that may quote a value. Of the
     * causes beneath, it keeps the one that tells why a connection broke.
     */
    static SQLException withoutValues(Throwable failure, ServerError error) {
        SQLException copy = new SQLException(ServerWords.or(WITHHELD, error), error.sqlState(), broken(failure));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static IOException broken(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST; depth++) {
            if (current instanceof IOException reason) {
                return reason;
            }
            current = current.getCause();
        }
        return null;
    }
}
