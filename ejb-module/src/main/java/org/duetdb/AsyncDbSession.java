package org.duetdb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * SQL on one database, in one {@link Role}, on other threads than the caller's.
 *
 * <p><b>Scope and threads.</b> Injected with {@link Database}, like {@link DbSession}; for use by any thread, and
 * beyond the end of a request. Every call runs on the container's default managed executor, with its context (naming,
 * class loader, security), in a session and a unit of work of its own. It needs no request, and a request that ends
 * first takes nothing from it.
 *
 * <p><b>Transactions.</b> No call takes part in a transaction of the caller. {@link #transaction(SessionWork)} runs its
 * work in one of its own, on one thread. An entity manager or a repository that is used in such work takes part in its
 * transaction on a connection of its own.
 *
 * <p><b>Errors.</b> What the same method of {@link DbSession} throws, the stage completes with, unwrapped for
 * {@code whenComplete} and the like on the stage itself. If the executor takes no more work, it is
 * {@link UnavailableException}.
 */
public interface AsyncDbSession {

    /**
     * Like {@link DbSession#query(String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Integer> count = later.query("SELECT id FROM users").thenApply(List::size);
     * }</pre>
     */
    default CompletionStage<List<Row>> query(String sql, Object... parameters) {
        return call(session -> session.query(sql, parameters));
    }

    /**
     * Like {@link DbSession#query(Class, String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<List<String>> names = later.query(String.class, "SELECT name FROM users");
     * }</pre>
     */
    default <T> CompletionStage<List<T>> query(Class<T> type, String sql, Object... parameters) {
        return call(session -> session.query(type, sql, parameters));
    }

    /**
     * Like {@link DbSession#queryOne(String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Row> figures = later.queryOne("SELECT count(*) AS users FROM users");
     * }</pre>
     */
    default CompletionStage<Row> queryOne(String sql, Object... parameters) {
        return call(session -> session.queryOne(sql, parameters));
    }

    /**
     * Like {@link DbSession#queryOne(Class, String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Long> users = later.queryOne(Long.class, "SELECT count(*) FROM users");
     * }</pre>
     */
    default <T> CompletionStage<T> queryOne(Class<T> type, String sql, Object... parameters) {
        return call(session -> session.queryOne(type, sql, parameters));
    }

    /**
     * Like {@link DbSession#queryOptional(String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Optional<Row>> user = later.queryOptional("SELECT name FROM users WHERE id = $1", 1);
     * }</pre>
     */
    default CompletionStage<Optional<Row>> queryOptional(String sql, Object... parameters) {
        return call(session -> session.queryOptional(sql, parameters));
    }

    /**
     * Like {@link DbSession#queryOptional(Class, String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Optional<String>> name =
     *         later.queryOptional(String.class, "SELECT name FROM users WHERE id = $1", 1);
     * }</pre>
     */
    default <T> CompletionStage<Optional<T>> queryOptional(Class<T> type, String sql, Object... parameters) {
        return call(session -> session.queryOptional(type, sql, parameters));
    }

    /**
     * Like {@link DbSession#execute(String, Object...)}.
     *
     * <pre>{@code
     * CompletionStage<Long> changed = later.execute("UPDATE users SET active = $1 WHERE id = $2", true, 1);
     * }</pre>
     */
    default CompletionStage<Long> execute(String sql, Object... parameters) {
        return call(session -> session.execute(sql, parameters));
    }

    /**
     * Like {@link DbSession#executeMany(String, Collection)}.
     *
     * <pre>{@code
     * CompletionStage<Long> changed = later.executeMany(
     *         "UPDATE users SET active = $1 WHERE id = $2", List.of(List.of(true, 1), List.of(false, 2)));
     * }</pre>
     */
    default CompletionStage<Long> executeMany(String sql, Collection<? extends List<?>> parameterLists) {
        return call(session -> session.executeMany(sql, parameterLists));
    }

    /**
     * Runs work in a transaction of its own, which commits when the work returns and rolls back when it throws.
     *
     * <pre>{@code
     * CompletionStage<Long> moved = later.transaction(session ->
     *         session.execute("UPDATE accounts SET balance = balance - $1 WHERE id = $2", 10, 1)
     *         + session.execute("UPDATE accounts SET balance = balance + $1 WHERE id = $2", 10, 2));
     * }</pre>
     */
    default <T> CompletionStage<T> transaction(SessionWork<T> work) {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /**
     * Like {@link #transaction(SessionWork)}, with options.
     *
     * <pre>{@code
     * TransactionOptions careful = TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE).attempts(5);
     * CompletionStage<Long> users = later.transaction(careful,
     *         session -> session.queryOne(Long.class, "SELECT count(*) FROM users"));
     * }</pre>
     */
    default <T> CompletionStage<T> transaction(TransactionOptions options, SessionWork<T> work) {
        return call(session -> session.transaction(options, () -> work.run(session)));
    }

    /**
     * Runs any work with a session, in a unit of work of its own: a transaction that it begins and leaves open commits
     * when it returns, and rolls back when it throws. What the session gives out (streams) ends with the work.
     *
     * <pre>{@code
     * CompletionStage<Long> stored = later.call(session -> session.into("users").skipExisting("email").insert(
     *         List.of(Map.of("name", "Ada", "email", "ada@example.org"))));
     * }</pre>
     */
    <T> CompletionStage<T> call(SessionWork<T> work);

    /**
     * Returns the alias of the database.
     *
     * <pre>{@code
     * boolean main = later.alias().equals(Database.DEFAULT_ALIAS);
     * }</pre>
     */
    String alias();

    /**
     * Returns the role of the sessions.
     *
     * <pre>{@code
     * boolean writes = later.role() == Role.WRITE;
     * }</pre>
     */
    Role role();
}
