package org.duetdb;

import java.io.Serial;

/**
 * A row is against a constraint (SQLSTATE class 23): {@link #constraint()} names it where it has a name,
 * {@code error().table()} the table. Each kind has a class of its own; this one is thrown for any other. Deferred
 * constraints are checked when the transaction is to commit: then it is the cause of a
 * {@link TransactionRolledBackException}.
 */
public class ConstraintViolationException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public ConstraintViolationException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
