package org.duetdb.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.DatabaseException;
import org.duetdb.DuetException;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.SessionClosedException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionState;
import org.duetdb.WrongThreadException;
import org.duetdb.datasource.ContainerDataSource;

/**
 * A session's connection and state: works on the connection of the transaction if there is one, and else on one of its
 * own, which is given back at once.
 */
final class SessionParticipant implements Participant {

    /** What is done with a connection. */
    @FunctionalInterface
    interface ConnectionWork<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What a database is asked for. */
    @FunctionalInterface
    private interface Answer<T> {
        T get() throws SQLException;
    }

    private static final Logger LOG = System.getLogger(SessionParticipant.class.getName());

    private final ContainerDataSource source;
    private final TransactionControl transactions;
    private final Origin origin;
    private final Thread thread;
    private final ReplicaReads replica;
    private final List<JdbcResultStream<?>> streams = new ArrayList<>(0);

    private Connection enlisted;
    private Connection lent;
    private boolean lending;
    private ConflictingInsert conflicting;
    private boolean autoCommit = true;
    private TransactionState state = TransactionState.IDLE;

    /** Creates one; {@code thread} is the only one that may use it, null for any. */
    SessionParticipant(ContainerDataSource source, TransactionControl transactions, Thread thread) {
        this.source = source;
        this.transactions = transactions;
        this.thread = thread;
        this.origin = new Origin(source.binding().alias(), source.binding().role(), transactions.requestId());
        this.replica = new ReplicaReads(source, transactions, this);
    }

    /**
     * Does the work on the right connection.
     *
     * @throws DuetException in the place of what the database or the driver throws; the transaction has taken note
     */
    <T> T connected(ConnectionWork<T> work) {
        try {
            return placed(work);
        } catch (NoRowException | MoreThanOneRowException notFailed) {
            throw notFailed;
        } catch (DuetException failure) {
            transactions.failed(failure);
            throw failure;
        } catch (SQLException | RuntimeException failure) {
            throw failed(failure);
        }
    }

    private <T> T placed(ConnectionWork<T> work) throws SQLException {
        Connection ofTransaction = enlistedConnection();
        if (ofTransaction == null) {
            return alone(work);
        }
        return origin.role() == Role.READ ? inside(ofTransaction, work) : work.on(ofTransaction);
    }

    /**
     * Lends a connection to who executes statements by himself and closes it: that of the transaction if there is one,
     * that of the work that is {@linkplain #lending being done}, and else one of the pool.
     */
    Connection lend() throws SQLException {
        Connection known = lent == null ? connectionToLend() : lent;
        if (known != null) {
            return LentConnection.of(known, this);
        }
        if (origin.role() == Role.WRITE) {
            wrote();
        }
        return replica.isRead() ? ofReplica(this::openConnection, this::openConnection) : openConnection();
    }

    private Connection connectionToLend() throws SQLException {
        lending = true;
        try {
            return enlistedConnection();
        } finally {
            lending = false;
        }
    }

    /**
     * Does work that executes statements on what is {@linkplain #lend lent} to it: on one connection, the right one.
     */
    <T> T lending(ConnectionWork<T> work) throws SQLException {
        if (lent != null) {
            return work.on(lent);
        }
        return placed(connection -> {
            lent = connection;
            try {
                return work.on(connection);
            } finally {
                lent = null;
            }
        });
    }

    /** Returns whether there is one connection for all that is being done, so that nobody can ask for a better one. */
    boolean isOfOneConnection() {
        return lent != null || transactions.isActive();
    }

    /**
     * Does work that executes statements on what is {@linkplain #lend lent} to it, and inserts one row.
     *
     * @return whether the row was inserted, or overwrites another one
     */
    boolean inserting(InsertConflict conflict, Runnable work) {
        ConflictingInsert insert = new ConflictingInsert(conflict, origin);
        conflicting = insert;
        try {
            work.run();
        } finally {
            conflicting = null;
        }
        return insert.isWritten();
    }

    /** Returns the row that is being inserted and may conflict with another; null if there is none. */
    ConflictingInsert conflictingInsert() {
        return conflicting;
    }

    /** Reads in the transaction that the connection is in. */
    <T> T inside(Connection ofTransaction, ConnectionWork<T> work) throws SQLException {
        return ReadOnlyWork.inside(ofTransaction, work, transactions::broken);
    }

    /** What a replica could not do is done again: nobody has got anything of it yet. */
    private <T> T alone(ConnectionWork<T> work) throws SQLException {
        return replica.isRead() ? ofReplica(() -> onItsOwn(work), () -> placed(work)) : onItsOwn(work);
    }

    /** Returns what comes of the replica; where that is left for the primary, what comes of asking once more. */
    private <T> T ofReplica(Answer<T> first, Answer<T> again) throws SQLException {
        try {
            return first.get();
        } catch (SQLException | RuntimeException failure) {
            if (!replica.isLeft(failure)) {
                throw failure;
            }
            return again.get();
        }
    }

    private <T> T onItsOwn(ConnectionWork<T> work) throws SQLException {
        try {
            Connection connection = openConnection();
            try {
                boolean primary = readsPrimary();
                state = TransactionState.CONNECTED;
                if (origin.role() == Role.WRITE) {
                    transactions.wrote(this);
                }
                return primary ? ReadOnlyWork.alone(connection, work) : work.on(connection);
            } finally {
                closeDone(connection);
            }
        } finally {
            if (state != TransactionState.CLOSED) {
                state = TransactionState.IDLE;
            }
        }
    }

    /**
     * Makes the exception to throw for what failed after a statement had been sent.
     *
     * @param writes whether it may write, so that a connection that is lost in its midst leaves the outcome open
     */
    DuetException sent(boolean writes, Exception failure) {
        if (failure instanceof DuetException known) {
            return known;
        }
        DatabaseException known = translated(failure);
        return writes && state == TransactionState.CONNECTED ? LostWrite.explain(known, origin) : known;
    }

    /** Closes what has done its work: what that came to does not depend on it any more. */
    void closeDone(AutoCloseable used) {
        try {
            used.close();
        } catch (Exception failure) {
            LOG.log(Level.DEBUG, () -> "closing what was used by " + origin, failure);
        }
    }

    /** Does work that is all or nothing: in the transaction if there is one, else in one of its own. */
    <T> T atomically(ConnectionWork<T> work) {
        if (origin.role() == Role.READ || transactions.isActive()) {
            return connected(work);
        }
        return transactions.transaction(this, TransactionOptions.DEFAULT, () -> connected(work));
    }

    /** Makes the exception to throw, and lets the transaction take note. */
    DuetException failed(Exception failure) {
        DuetException known = failure instanceof DuetException duet ? duet : translated(failure);
        transactions.failed(known);
        return known;
    }

    /** A pool's handle may throw any exception for a connection that has died. */
    private DatabaseException translated(Exception failure) {
        return SqlFailures.translate(BrokenConnection.told(failure, enlisted), origin);
    }

    /** Returns the connection of the transaction; null if there is none. */
    Connection enlistedConnection() throws SQLException {
        enlisted = null;
        enlisted = transactions.connection(this);
        return enlisted;
    }

    ReplicaReads replica() {
        return replica;
    }

    TransactionControl transactions() {
        return transactions;
    }

    void requireOpen() {
        if (thread != null && thread != Thread.currentThread()) {
            throw new WrongThreadException(
                    "DUET-215",
                    "the session belongs to another thread",
                    "inject an AsyncDbSession, or open a session on this thread with Databases.open()",
                    origin);
        }
        if (state == TransactionState.CLOSED) {
            throw new SessionClosedException(
                    "DUET-209",
                    "the session was used after its request had ended, or after it was closed",
                    "finish the work before",
                    origin);
        }
    }

    TransactionState state() {
        if (state == TransactionState.CLOSED) {
            return state;
        }
        if (transactions.isActive()) {
            return TransactionState.IN_TRANSACTION;
        }
        return streams.isEmpty() ? state : TransactionState.CONNECTED;
    }

    void setAutoCommit(boolean autoCommit) {
        this.autoCommit = autoCommit;
    }

    void opened(JdbcResultStream<?> stream) {
        streams.add(stream);
    }

    void closed(JdbcResultStream<?> stream) {
        streams.remove(stream);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public boolean autoCommit() {
        return autoCommit;
    }

    @Override
    public boolean isLending() {
        return lending;
    }

    /** Takes a connection of the pool; where it has to see what was written, that of the write role. */
    @Override
    public Connection openConnection() {
        return readsPrimary() ? source.primary().connection(origin) : replica.checked(source.connection(origin));
    }

    /** Returns whether it reads, and the primary has what it may have to see. */
    boolean readsPrimary() {
        return source.primary() != null && transactions.mustReadPrimary(this);
    }

    /** Returns whether a transaction that begins meanwhile would draw in a connection that it takes now. */
    boolean isDrawable() {
        return origin.role() == Role.WRITE || readsPrimary();
    }

    @Override
    public void wrote() {
        transactions.wrote(this);
    }

    @Override
    public void ended(boolean committed) {
        cut(true);
        if (state != TransactionState.CLOSED && origin.role() == Role.WRITE) {
            state = committed ? TransactionState.COMMITTED : TransactionState.ROLLED_BACK;
        }
    }

    /** Ends the session. */
    void close() {
        cut(false);
        state = TransactionState.CLOSED;
    }

    /** Ends the streams of the transaction, or all. */
    private void cut(boolean ofTransaction) {
        if (!streams.isEmpty()) {
            List.copyOf(streams).stream()
                    .filter(stream -> !ofTransaction || stream.isOfTransaction())
                    .forEach(JdbcResultStream::cut);
        }
    }
}
