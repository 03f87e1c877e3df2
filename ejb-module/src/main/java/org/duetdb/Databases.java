package org.duetdb;

import java.util.List;
import java.util.Set;

/**
 * The databases of the application. Injected, application-scoped, for use by any thread.
 *
 * <p><b>Work outside requests.</b> In methods that the container calls with a request context of its own (timers,
 * {@code @Asynchronous} methods, message-driven beans, the start of a bean), injected sessions work as in a request. On
 * other threads, and for work that outlives a request, sessions are opened here: for a block of code with
 * {@link #open(String, Role)}, or under a name with {@link #session(String, String, Role)}.
 */
public interface Databases {

    /**
     * Returns the configured aliases, sorted; empty if there is none.
     *
     * <pre>{@code
     * boolean reporting = databases.aliases().contains("analytics");
     * }</pre>
     */
    Set<String> aliases();

    /**
     * Returns whether the alias is configured, and not closed.
     *
     * <pre>{@code
     * if (databases.isConfigured("analytics")) {
     *     System.out.println("figures are kept");
     * }
     * }</pre>
     */
    boolean isConfigured(String alias);

    /**
     * Asks every database at the same time, and returns within the deadline of the health checks, whatever hangs.
     *
     * <pre>{@code
     * for (DatabaseStatus status : databases.status()) {
     *     System.out.println(status.alias() + "/" + status.role() + " " + status.state());
     * }
     * }</pre>
     *
     * @return one element for each alias and role, by alias, the write role first
     */
    List<DatabaseStatus> status();

    /**
     * Like {@link #status()}, for one alias.
     *
     * <pre>{@code
     * DatabaseStatus.Pool pool = databases.status("default").get(0).pool();
     * System.out.println(pool.available() + " of " + pool.maxSize());
     * }</pre>
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    List<DatabaseStatus> status(String alias);

    /**
     * Like {@link #status()}, with what it comes to: what the readiness check answers, as an object. That check keeps
     * an answer for a quarter of a second, and this does not.
     *
     * <pre>{@code
     * DatabaseHealth health = databases.health();
     * if (health.state() != DatabaseStatus.State.UP) {
     *     health.databases().stream().map(DatabaseStatus::problem).forEach(System.out::println);
     * }
     * }</pre>
     */
    DatabaseHealth health();

    /**
     * Returns whether every required database can be used, as readiness does, within the same deadline.
     *
     * <pre>{@code
     * String health = databases.isHealthy() ? "connected" : "disconnected";
     * }</pre>
     */
    boolean isHealthy();

    /**
     * Opens a session of an alias and role for a block of code.
     *
     * <pre>{@code
     * try (OpenSession job = databases.open("default", Role.WRITE)) {
     *     job.transaction(() -> job.execute("UPDATE users SET active = false WHERE id = $1", 2));
     * }
     * }</pre>
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    OpenSession open(String alias, Role role);

    /**
     * Opens a session that sees at least what other work has committed: a request whose position came with a message,
     * for example. A session of the read role reads from the replica if that has replayed it, or does so within
     * {@code database.<alias>.consistency-wait}, and else from the primary.
     *
     * <pre>{@code
     * String position = "from a message";
     * try (OpenSession report = databases.open("default", Role.READ, position)) {
     *     System.out.println(report.query("SELECT count(*) AS users FROM users"));
     * }
     * }</pre>
     *
     * @param position what {@link OpenSession#position()} has returned, or the header {@code Duet-Position} of a
     *     response; what is null, too old or not signed is ignored
     * @throws UnknownAliasException if the alias is not configured
     */
    OpenSession open(String alias, Role role, String position);

    /**
     * Opens a session of the write role of the alias {@code default}.
     *
     * <pre>{@code
     * try (OpenSession job = databases.open()) {
     *     job.execute("DELETE FROM users WHERE active = false");
     * }
     * }</pre>
     */
    default OpenSession open() {
        return open(Database.DEFAULT_ALIAS, Role.WRITE);
    }

    /**
     * Returns the session of an alias and role that belongs to a piece of work, by its name: the same one for the same
     * name until {@link #finish(String)}. All sessions of a name are one unit of work. A transaction that is begun in
     * it belongs to the thread that began it until it has ended.
     *
     * <pre>{@code
     * DbSession job = databases.session("nightly-report", "default", Role.WRITE);
     * job.begin();
     * job.execute("UPDATE users SET active = true");
     * databases.finish("nightly-report");
     * }</pre>
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    DbSession session(String name, String alias, Role role);

    /**
     * Ends all sessions of a name: commits the transaction that one of them began, unless a statement failed, or
     * {@link DbSession#setAutoCommit} or {@link DbSession#setRollbackOnly} say otherwise. Does nothing if there is none
     * of that name.
     *
     * <pre>{@code
     * DbSession job = databases.session("import-7", "default", Role.WRITE);
     * try {
     *     job.setAutoCommit(false);
     *     job.begin();
     *     job.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Ada", "ada@example.org");
     *     job.commit();
     * } finally {
     *     databases.finish("import-7"); // rolls back what has not been committed
     * }
     * }</pre>
     *
     * @throws TransactionRolledBackException if the transaction has been rolled back, because a statement failed or the
     *     commit did
     * @throws UnknownOutcomeException if it cannot be known whether it committed
     * @throws IllegalTransactionStateException if the transaction was begun on another thread; nothing has ended then
     */
    void finish(String name);

    /**
     * Ends the sessions of one alias of a name. A transaction that one of them began ends, in every database, as
     * {@link #finish(String)} ends it.
     *
     * <pre>{@code
     * databases.session("import-8", "analytics", Role.WRITE).execute("DELETE FROM events");
     * databases.finish("import-8", "analytics");
     * }</pre>
     *
     * @throws IllegalTransactionStateException as {@link #finish(String)}, and if a session of this alias takes part in
     *     a transaction that one of another alias began
     */
    void finish(String name, String alias);

    /**
     * Makes the tables and sequences of an alias that are not there, as the entities of the persistence unit of its
     * name need them, with their constraints and indexes: all or none, in a transaction of the write role, or in a
     * savepoint of the current one. What is there stays as it is, whatever the entities say. Applications that do this
     * at the same time wait for each other.
     *
     * <p>For tests and first steps. What changes over time is for a tool that keeps versions, such as Flyway.
     *
     * <pre>{@code
     * List<String> made = databases.createTables("analytics");
     * System.out.println(made.isEmpty() ? "all tables are there" : "made " + made);
     * }</pre>
     *
     * @return the names of what was made, in order, as the persistence provider writes them; empty if all was there
     * @throws UnknownAliasException if the alias is not configured, or there is no persistence unit of its name
     * @throws ReadOnlyException if the server of the write role is a standby
     * @throws AccessDeniedException if the user may not make tables
     */
    List<String> createTables(String alias);

    /**
     * Closes an alias for the rest of the application's life: no connection of it is given out any more
     * ({@link UnavailableException}), and it is not ready. Work that has its connection already can end. The pool is
     * the container's and stays; those of its connections that are idle are ended. Does nothing if it is closed.
     *
     * <pre>{@code
     * databases.close("analytics");
     * }</pre>
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    void close(String alias);

    /**
     * Closes every alias; see {@link #close(String)}.
     *
     * <pre>{@code
     * databases.close();
     * }</pre>
     */
    void close();
}
