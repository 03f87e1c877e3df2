package org.duetdb;

import java.io.Serial;

/**
 * The server does not accept the text of a statement (SQLSTATE class 42): a syntax error (42601), a table, column or
 * function that does not exist (42P01, 42703, 42883), types that do not go together (42804), or a parameter whose type
 * it cannot tell (42P18). {@code error().position()} says where. What Duet itself refuses before anything is sent is
 * {@link InvalidStatementException}.
 */
public class InvalidSqlException extends DatabaseException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception; see {@link DatabaseException}. */
    public InvalidSqlException(
            String code, String what, String remedy, Origin origin, ServerError error, Throwable cause) {
        super(code, what, remedy, origin, error, cause);
    }
}
