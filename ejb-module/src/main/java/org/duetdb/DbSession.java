package org.duetdb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * SQL on one database, in one {@link Role}, for the duration of a request.
 *
 * <p><b>Scope and threads.</b> Injected with {@link Database}, request-scoped, for the thread of its request: another
 * thread is refused. {@link Databases} opens sessions outside of requests. A session takes a connection at the first
 * statement. Outside a transaction it gives the connection back when the statement ends; inside, it keeps one
 * connection until the transaction has ended.
 *
 * <p><b>Transactions.</b> With none active a statement stands alone. {@link #begin()} and
 * {@link #transaction(TransactionalWork)} start the request's Jakarta transaction; from then on every session of the
 * {@linkplain Role#WRITE write role} takes part when it is used, whichever alias, and all of them commit or roll back
 * together. Inside a container-managed transaction ({@code @Transactional}, EJB) they take part in that one. Sessions
 * of the {@linkplain Role#READ read role} stay outside, but see what their request has written, in the transaction too
 * ({@code database.<alias>.consistency}); one that fails does no harm to it. A statement that fails, caught or not,
 * makes its transaction roll back.
 *
 * <p><b>Parameters.</b> {@code $1}, {@code $2} … in any order, each as often as needed. Strings bind untyped, as
 * literals in {@code psql} do, so that {@code uuid}, {@code jsonb}, {@code inet}, enum and timestamp columns accept
 * them; so do {@code Float} and {@code Double}, so that they arrive exactly, {@code Duration} and {@code Period} as
 * intervals, {@code InetAddress}, and an enum constant by its name. Other numbers, {@code Boolean}, {@code UUID},
 * {@code byte[]}, dates and times of {@code java.time} bind as their PostgreSQL counterparts. {@code Map},
 * {@code Collection} and Jakarta JSON values are JSON, and so is whatever is in a {@link JsonParameter}. Java arrays of
 * any of these, and of any number of dimensions, are PostgreSQL arrays. Anything else is refused.
 *
 * <p><b>Values.</b> {@code smallint}, {@code integer} → {@code Integer}; {@code bigint} → {@code Long}; {@code numeric}
 * → {@code BigDecimal}; {@code real}, {@code double precision} → {@code Float}, {@code Double}; {@code boolean},
 * {@code uuid}, {@code bytea} → {@code Boolean}, {@code UUID}, {@code byte[]}; {@code date}, {@code time},
 * {@code timestamp} → {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}; {@code timetz} → {@code OffsetTime};
 * {@code timestamptz} → {@code OffsetDateTime} in UTC; {@code interval} → {@code String} in ISO 8601; {@code json},
 * {@code jsonb} → {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean}; arrays →
 * {@code List}, of lists where there are several dimensions; everything else → the {@code String} that the server
 * shows. Maps and lists are unmodifiable. The infinite dates and times are {@code MAX} and {@code MIN} of their class.
 * A value that cannot be read is an error, never null.
 *
 * <p><b>Errors.</b> Every method throws {@link DatabaseException} for what the server or the connection reports,
 * {@link InvalidStatementException} for a statement, parameters or a result that are not valid, and
 * {@link SessionClosedException} after the request.
 */
public interface DbSession {

    /**
     * Executes a statement that returns rows: {@code SELECT}, or a write with {@code RETURNING}.
     *
     * <pre>{@code
     * List<Row> users = shop.query("SELECT id, name FROM users WHERE active = $1 ORDER BY id", true);
     * for (Row user : users) {
     *     System.out.println(user.asLong("id") + " " + user.asString("name"));
     * }
     * }</pre>
     *
     * @return all rows, read completely; empty if there is none
     */
    List<Row> query(String sql, Object... parameters);

    /**
     * Executes a statement that returns rows, and makes something of each: a record, whose components in camel case are
     * the columns in snake case, or the value of the only column.
     *
     * <pre>{@code
     * record User(long id, String name, Instant createdAt) {}
     * List<User> users = shop.query(User.class, "SELECT id, name, created_at FROM users");
     * List<String> names = shop.query(String.class, "SELECT name FROM users");
     * }</pre>
     *
     * @param type a record, or the type of the only column
     * @return all rows, read completely; empty if there is none
     * @throws InvalidStatementException if the record and the columns do not match, one for one, or if another type is
     *     asked for and there is not exactly one column
     * @throws UnreadableValueException if a value is not of the type that is asked for, or null where that is primitive
     */
    <T> List<T> query(Class<T> type, String sql, Object... parameters);

    /**
     * Executes a statement that returns exactly one row.
     *
     * <pre>{@code
     * Row user = shop.queryOne("SELECT name, email FROM users WHERE id = $1", 1);
     * Row added = shop.queryOne("INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id, created_at",
     *         "Ada", "ada@example.org");
     * }</pre>
     *
     * @throws NoRowException if there is none
     * @throws MoreThanOneRowException if there are several
     */
    Row queryOne(String sql, Object... parameters);

    /**
     * Executes a statement that returns exactly one row, and makes something of it; see {@link #query(Class, String,
     * Object...)}.
     *
     * <pre>{@code
     * long users = shop.queryOne(Long.class, "SELECT count(*) FROM users");
     * }</pre>
     *
     * @return what was made of the row; null only for the value of an only column that is SQL {@code NULL}
     * @throws NoRowException if there is none
     * @throws MoreThanOneRowException if there are several
     */
    <T> T queryOne(Class<T> type, String sql, Object... parameters);

    /**
     * Executes a statement that returns one row or none.
     *
     * <pre>{@code
     * Optional<Row> user = shop.queryOptional("SELECT name FROM users WHERE email = $1", "nobody@example.org");
     * }</pre>
     *
     * @throws MoreThanOneRowException if there are several
     */
    Optional<Row> queryOptional(String sql, Object... parameters);

    /**
     * Executes a statement that returns one row or none, and makes something of it; see {@link #query(Class, String,
     * Object...)}.
     *
     * <pre>{@code
     * Optional<String> name = shop.queryOptional(String.class, "SELECT name FROM users WHERE id = $1", 1);
     * }</pre>
     *
     * @return empty if there is no row, or if an only column is SQL {@code NULL}
     * @throws MoreThanOneRowException if there are several
     */
    <T> Optional<T> queryOptional(Class<T> type, String sql, Object... parameters);

    /**
     * Prepares a statement whose rows are read while they are used. It runs when the first row is asked for.
     *
     * <pre>{@code
     * try (ResultStream<Row> users = shop.stream("SELECT id, name FROM users WHERE active = $1", true)) {
     *     users.forEach(user -> System.out.println(user.asString("name")));
     * }
     * }</pre>
     */
    ResultStream<Row> stream(String sql, Object... parameters);

    /**
     * Prepares a statement whose rows are read while they are used, and makes something of each; see
     * {@link #query(Class, String, Object...)}.
     *
     * <pre>{@code
     * try (ResultStream<String> names = shop.stream(String.class, "SELECT name FROM users")) {
     *     names.forEach(System.out::println);
     * }
     * }</pre>
     */
    <T> ResultStream<T> stream(Class<T> type, String sql, Object... parameters);

    /**
     * Executes a statement for its effect.
     *
     * <pre>{@code
     * long changed = shop.execute("UPDATE users SET active = $1 WHERE id = $2", false, 2);
     * }</pre>
     *
     * @return the number of rows affected; 0 for statements that affect none by their nature
     */
    long execute(String sql, Object... parameters);

    /**
     * Executes a statement once for each list of parameters, in few round trips, all or nothing: outside a transaction
     * it is one of its own. What is stored and counted is the same as if {@link #execute} were called for each list in
     * turn. Inserts of a hundred lists and more are made of few statements where that holds, and a batch elsewhere;
     * what returns rows takes a round trip for each list, inserts of many lists excepted.
     *
     * <pre>{@code
     * long added = shop.executeMany("INSERT INTO users (name, email) VALUES ($1, $2)",
     *         List.of(List.of("Grace", "grace@example.org"), List.of("Edsger", "edsger@example.org")));
     * }</pre>
     *
     * @param parameterLists the values of {@code $1}, {@code $2} …, as many in each list; null in a list is SQL
     *     {@code NULL}
     * @return the number of rows affected by all of them; 0 for no lists, which executes nothing
     * @throws InvalidStatementException if a list is null or does not fit the statement; nothing has been sent then
     */
    long executeMany(String sql, Collection<? extends List<?>> parameterLists);

    /**
     * Returns what inserts many rows into a table.
     *
     * <pre>{@code
     * long stored = shop.into("users").updateExisting("email").insert(List.of(
     *         Map.of("name", "Ada", "email", "ada@example.org"),
     *         Map.of("name", "Grace", "email", "grace@example.org", "active", false)));
     * }</pre>
     *
     * @param table its name, {@code schema.table} if need be; taken as it is written
     * @throws InvalidStatementException if it cannot be a name
     */
    BulkInsert into(String table);

    /**
     * Starts the transaction of the enclosing {@linkplain UnitOfWork unit of work}, which ends it when its method
     * returns or throws. {@link #commit()} and {@link #rollback()} end it earlier.
     *
     * <pre>{@code
     * shop.begin();
     * shop.execute("UPDATE accounts SET balance = balance - $1 WHERE id = $2", new BigDecimal("10.00"), 1);
     * shop.execute("UPDATE accounts SET balance = balance + $1 WHERE id = $2", new BigDecimal("10.00"), 2);
     * shop.commit();
     * }</pre>
     *
     * @throws IllegalTransactionStateException if a transaction is active already, if there is no unit of work around
     *     the call (nothing would ever commit it), or if this session is of the read role
     */
    default void begin() {
        begin(TransactionOptions.DEFAULT);
    }

    /**
     * Like {@link #begin()}, with options.
     *
     * <pre>{@code
     * shop.begin(TransactionOptions.DEFAULT.isolation(Isolation.REPEATABLE_READ).forReading());
     * long users = shop.queryOne(Long.class, "SELECT count(*) FROM users");
     * long accounts = shop.queryOne(Long.class, "SELECT count(*) FROM accounts");
     * shop.commit();
     * }</pre>
     *
     * @throws IllegalTransactionStateException as {@link #begin()}, and if more than one attempt is asked for: only
     *     {@link #transaction(TransactionOptions, TransactionalWork)} can run its work again
     */
    void begin(TransactionOptions options);

    /**
     * Commits the transaction that this session began: every database that took part, or none.
     *
     * <pre>{@code
     * shop.begin();
     * shop.execute("DELETE FROM users WHERE active = false");
     * shop.commit();
     * }</pre>
     *
     * @throws IllegalTransactionStateException if this session did not begin the current transaction, while
     *     {@code transaction(work)} runs inside it, or where transactions are the container's; it goes on then
     * @throws TransactionRolledBackException if it has been rolled back instead; the cause says why
     * @throws UnknownOutcomeException if it cannot be known whether it committed
     */
    void commit();

    /**
     * Rolls back the transaction that this session began.
     *
     * <pre>{@code
     * shop.begin();
     * long gone = shop.execute("DELETE FROM users");
     * shop.rollback();
     * }</pre>
     *
     * @throws IllegalTransactionStateException as {@link #commit()}
     */
    void rollback();

    /**
     * Decides that the current transaction, whoever began it, rolls back when it ends. A unit of work, or a
     * {@code transaction(work)}, that ends like this returns its result.
     *
     * <pre>{@code
     * long wouldGo = shop.transaction(() -> {
     *     long gone = shop.execute("DELETE FROM users WHERE active = false");
     *     shop.setRollbackOnly();
     *     return gone;
     * });
     * }</pre>
     *
     * @throws IllegalTransactionStateException if no transaction is active, or if this session is of the read role
     */
    void setRollbackOnly();

    /**
     * Runs work in a transaction and returns its result. With none active it is a new one, committed when the work
     * returns and rolled back when it throws anything. Inside another it is a savepoint of it, over all databases: work
     * that throws is undone alone, and the transaction around it can go on.
     *
     * <pre>{@code
     * long id = shop.transaction(() -> {
     *     long user = shop.queryOne(Long.class,
     *             "INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id", "Ada", "ada@example.org");
     *     shop.execute("INSERT INTO accounts (owner, balance) VALUES ($1, 0)", user);
     *     return user;
     * });
     * }</pre>
     *
     * @throws X what the work threw
     * @throws TransactionRolledBackException if a statement of the work failed and the work caught that, or if the
     *     commit failed; the cause says why
     * @throws UnknownOutcomeException if it cannot be known whether the transaction committed
     * @throws IllegalTransactionStateException if this session is of the read role
     */
    default <T, X extends Exception> T transaction(TransactionalWork<T, X> work) throws X {
        return transaction(TransactionOptions.DEFAULT, work);
    }

    /**
     * Runs work in a transaction with options and returns its result. With more than one attempt, the whole work is run
     * again in a new transaction when others got in its way (40001, 40P01), in a statement or at the commit, until it
     * succeeds or the attempts are used up; the last failure is thrown then. The same goes for a transaction that could
     * not begin its work because the pool lent a connection that such a conflict had left behind. Nothing else is tried
     * again, an outcome that is not known least of all.
     *
     * <pre>{@code
     * TransactionOptions careful = TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE).attempts(5);
     * long balance = shop.transaction(careful, () -> {
     *     shop.execute("UPDATE accounts SET balance = balance + 1 WHERE id = $1", 1);
     *     return shop.queryOne(Long.class, "SELECT sum(balance)::bigint FROM accounts");
     * });
     * }</pre>
     *
     * @throws X what the work threw
     * @throws IllegalTransactionStateException as {@link #transaction(TransactionalWork)}, and if a transaction is
     *     active already and the options are not the default: they are for a transaction of its own
     */
    <T, X extends Exception> T transaction(TransactionOptions options, TransactionalWork<T, X> work) throws X;

    /**
     * Like {@link #transaction(TransactionalWork)}, for work without a result.
     *
     * <pre>{@code
     * shop.transaction(() -> {
     *     shop.execute("UPDATE accounts SET balance = balance - 5 WHERE id = $1", 1);
     *     shop.execute("UPDATE accounts SET balance = balance + 5 WHERE id = $1", 2);
     * });
     * }</pre>
     */
    default <X extends Exception> void transaction(TransactionalAction<X> action) throws X {
        transaction(TransactionOptions.DEFAULT, action);
    }

    /**
     * Like {@link #transaction(TransactionOptions, TransactionalWork)}, for work without a result.
     *
     * <pre>{@code
     * shop.transaction(TransactionOptions.DEFAULT.attempts(3), () -> {
     *     shop.execute("UPDATE accounts SET balance = balance * 2");
     * });
     * }</pre>
     */
    default <X extends Exception> void transaction(TransactionOptions options, TransactionalAction<X> action) throws X {
        TransactionalWork<Void, X> work = () -> {
            action.run();
            return null;
        };
        transaction(options, work);
    }

    /**
     * Returns the state of this session, as the calling thread sees it.
     *
     * <pre>{@code
     * TransactionState before = shop.state();
     * }</pre>
     */
    TransactionState state();

    /**
     * Returns whether what this session executes now belongs to a transaction; always false for the read role.
     *
     * <pre>{@code
     * boolean alone = !shop.isInTransaction();
     * }</pre>
     */
    default boolean isInTransaction() {
        return state() == TransactionState.IN_TRANSACTION;
    }

    /**
     * Sets whether the unit of work commits, when its method returns, a transaction that this session takes part in.
     * True unless set. With false it rolls back, unless {@link #commit()} was called.
     *
     * <pre>{@code
     * shop.setAutoCommit(false);
     * shop.begin();
     * shop.execute("DELETE FROM users WHERE id = $1", 1);
     * }</pre>
     */
    void setAutoCommit(boolean autoCommit);

    /**
     * Returns the identifier of the request, the same for all its sessions, as messages and exceptions show it.
     *
     * <pre>{@code
     * String request = shop.requestId();
     * }</pre>
     */
    String requestId();

    /**
     * Returns the alias of the database.
     *
     * <pre>{@code
     * boolean main = shop.alias().equals(Database.DEFAULT_ALIAS);
     * }</pre>
     */
    String alias();

    /**
     * Returns the role of this session.
     *
     * <pre>{@code
     * boolean writes = shop.role() == Role.WRITE;
     * }</pre>
     */
    Role role();
}
