package org.duetdb;

import java.util.Optional;

/**
 * A session that belongs to the code that opened it instead of to a request, and a unit of work of its own:
 * {@link #begin()} is legal in it. Made by {@link Databases#open(String, Role)}; for one thread.
 */
public interface OpenSession extends DbSession, AutoCloseable {

    /**
     * Returns where the commits of this session are in the log of its database, for other work to see them on a replica
     * ({@code database.<alias>.consistency=session}). A signed text of letters, digits, {@code -}, {@code _} and
     * {@code .}, which counts for ten minutes. Outside the session's transaction.
     *
     * <pre>{@code
     * String position;
     * try (OpenSession job = databases.open("default", Role.WRITE)) {
     *     job.execute("UPDATE users SET active = false WHERE email LIKE $1", "%@example.com");
     *     position = job.position().orElse(null);
     * }
     * try (OpenSession report = databases.open("default", Role.READ, position)) {
     *     System.out.println(report.query("SELECT count(*) AS inactive FROM users WHERE NOT active"));
     * }
     * }</pre>
     *
     * @return empty if it has committed nothing, or the alias is not consistent beyond one piece of work
     */
    Optional<String> position();

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
