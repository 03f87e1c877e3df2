package org.duetdb;

/**
 * A session that belongs to the code that opened it instead of to a request, and a unit of work of its own:
 * {@link #begin()} is legal in it. Made by {@link Databases#open(String, Role)}; for one thread.
 */
public interface OpenSession extends DbSession, AutoCloseable {

    /**
     * Ends the session. A transaction that it began and did not commit is rolled back. Does nothing if it has ended.
     *
     * <pre>{@code
     * try (OpenSession job = databases.open("default", Role.WRITE)) {
     *     job.begin();
     *     job.execute("UPDATE users SET active = false WHERE email LIKE $1", "%@example.com");
     *     job.commit();
     * }
     * }</pre>
     */
    @Override
    void close();
}
