package org.duetdb;

import java.io.Serial;

/**
 * A statement or a connection failed: the server or the driver said so.
 *
 * <p>What an application may want to tell apart has a subclass; {@link #sqlState()} tells the rest. Inside a
 * transaction the failure undoes the transaction, or the savepoint, whether the exception is caught or not.
 */
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

    /**
     * Returns all that the server said, and what may quote values among it; never null.
     *
     * <pre>{@code
     * try {
     *     shop.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Alan", "alan@example.org");
     * } catch (UniqueViolationException failure) {
     *     System.out.println(failure.error().table());
     * }
     * }</pre>
     */
    public ServerError error() {
        return error;
    }

    /**
     * Returns the SQLSTATE; null if neither server nor driver gave one.
     *
     * <pre>{@code
     * try {
     *     shop.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Alan", "alan@example.org");
     * } catch (DatabaseException failure) {
     *     System.out.println(failure.sqlState()); // 23505
     * }
     * }</pre>
     */
    public String sqlState() {
        return error.sqlState();
    }

    /**
     * Returns the violated constraint; null if none is concerned.
     *
     * <pre>{@code
     * try {
     *     shop.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Alan", "alan@example.org");
     * } catch (UniqueViolationException failure) {
     *     System.out.println(failure.constraint()); // users_email_key
     * }
     * }</pre>
     */
    public String constraint() {
        return error.constraint();
    }
}
