package org.duetdb;

import java.io.Serial;

/**
 * The server ended the connection, and with it rolled the transaction back, because the transaction took longer than
 * {@code transaction_timeout} allows, or did nothing for longer than {@code idle_in_transaction_session_timeout}
 * (SQLSTATE 25P04, 25P03). The time-out of the container's transaction manager is another one: it ends in a
 * {@link TransactionRolledBackException}.
 */
public class TransactionTimeoutException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public TransactionTimeoutException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
