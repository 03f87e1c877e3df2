package org.duetdb;

import java.util.Collection;
import java.util.List;

/**
 * SQL on one database, in one {@link Role}, for the duration of a request.
 *
 * <p><b>Scope and threads.</b> Injected with {@link Database}, request-scoped, for the thread of its request. It takes
 * a connection at the first statement. Outside a transaction it gives the connection back when the statement ends;
 * inside, it keeps one connection until the transaction has ended.
 *
 * <p><b>Transactions.</b> With none active a statement stands alone. {@link #begin()} and
 * {@link #transaction(TransactionalWork)} start the request's Jakarta transaction; from then on every session of the
 * {@linkplain Role#WRITE write role} takes part when it is used, whichever alias, and all of them commit or roll back
 * together. Inside a container-managed transaction ({@code @Transactional}, EJB) they take part in that one. Sessions
 * of the {@linkplain Role#READ read role} stay outside. A statement that fails, caught or not, makes its transaction
 * roll back.
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
     * @return all rows, read completely; empty if there is none
     */
    List<Row> query(String sql, Object... parameters);

    /**
     * Executes a statement that returns exactly one row.
     *
     * @throws NoRowException if there is none
     * @throws MoreThanOneRowException if there are several
     */
    Row queryOne(String sql, Object... parameters);

    /**
     * Executes a statement for its effect.
     *
     * @return the number of rows affected; 0 for statements that affect none by their nature
     */
    long execute(String sql, Object... parameters);

    /**
     * Executes a statement once for each list of parameters, in few round trips, all or nothing: outside a transaction
     * it is one of its own.
     *
     * @return the number of rows affected by all of them; 0 for no lists
     */
    long executeMany(String sql, Collection<? extends List<?>> parameterLists);

    /**
     * Starts the transaction of the enclosing {@linkplain UnitOfWork unit of work}, which ends it when its method
     * returns or throws. {@link #commit()} and {@link #rollback()} end it earlier.
     *
     * @throws IllegalTransactionStateException if a transaction is active already, if there is no unit of work around
     *     the call (nothing would ever commit it), or if this session is of the read role
     */
    void begin();

    /**
     * Commits the transaction that this session began: every database that took part, or none.
     *
     * @throws IllegalTransactionStateException if this session did not begin the current transaction
     * @throws TransactionRolledBackException if it has been rolled back instead; the cause says why
     * @throws UnknownOutcomeException if it cannot be known whether it committed
     */
    void commit();

    /**
     * Rolls back the transaction that this session began.
     *
     * @throws IllegalTransactionStateException if this session did not begin the current transaction
     */
    void rollback();

    /**
     * Decides that the current transaction, whoever began it, rolls back when it ends. A unit of work, or a
     * {@code transaction(work)}, that ends like this returns its result.
     *
     * @throws IllegalTransactionStateException if no transaction is active, or if this session is of the read role
     */
    void setRollbackOnly();

    /**
     * Runs work in a transaction and returns its result. With none active it is a new one, committed when the work
     * returns and rolled back when it throws anything. Inside another it is a savepoint of it, over all databases: work
     * that throws is undone alone, and the transaction around it can go on.
     *
     * @throws X what the work threw
     * @throws TransactionRolledBackException if a statement of the work failed and the work caught that, or if the
     *     commit failed; the cause says why
     * @throws UnknownOutcomeException if it cannot be known whether the transaction committed
     * @throws IllegalTransactionStateException if this session is of the read role
     */
    <T, X extends Exception> T transaction(TransactionalWork<T, X> work) throws X;

    /** Like {@link #transaction(TransactionalWork)}, for work without a result. */
    default <X extends Exception> void transaction(TransactionalAction<X> action) throws X {
        TransactionalWork<Void, X> work = () -> {
            action.run();
            return null;
        };
        transaction(work);
    }

    /** Returns the state of this session, as the calling thread sees it. */
    TransactionState state();

    /** Returns whether what this session executes now belongs to a transaction; always false for the read role. */
    default boolean isInTransaction() {
        return state() == TransactionState.IN_TRANSACTION;
    }

    /**
     * Sets whether the unit of work commits, when its method returns, a transaction that this session takes part in.
     * True unless set. With false it rolls back, unless {@link #commit()} was called.
     */
    void setAutoCommit(boolean autoCommit);

    /** Returns the identifier of the request, the same for all its sessions, as messages and exceptions show it. */
    String requestId();

    /** Returns the alias of the database. */
    String alias();

    /** Returns the role of this session. */
    Role role();
}
