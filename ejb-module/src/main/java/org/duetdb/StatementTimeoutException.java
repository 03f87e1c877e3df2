package org.duetdb;

import java.io.Serial;

/**
 * The server stopped a statement because it ran longer than {@code statement_timeout} allows (SQLSTATE 57014), which
 * {@code database.<alias>.statement-timeout} sets. The connection stays usable.
 *
 * <p>PostgreSQL tells this from {@link StatementCancelledException} by its words only. Where these are not in English
 * ({@code lc_messages}), it is thrown as that.
 */
public class StatementTimeoutException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public StatementTimeoutException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
