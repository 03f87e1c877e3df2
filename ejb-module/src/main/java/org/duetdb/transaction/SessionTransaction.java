package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionalWork;
import org.duetdb.UnavailableException;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.Participant;
import org.duetdb.session.SessionServices;
import org.duetdb.session.TransactionControl;

/**
 * Who may begin a transaction in a request, or in another piece of work with sessions of its own, and who ends it.
 *
 * <p>At most one transaction is owned: by the session that began it, or by running {@code transaction(work)}. Whoever
 * began ends; the unit of work ends what a session began and did not end. Transactions of the container are joined,
 * never ended.
 *
 * <p>For one thread at a time, and while a transaction is owned, for the thread that began it.
 */
class SessionTransaction implements TransactionControl {

    private final Jta jta;
    private final CommitPositions positions;
    private final String requestId;
    private final Writes writes;

    private boolean inUnitOfWork;
    private boolean asynchronous;
    private OwnedTransaction owned;

    /** The transaction in which a statement was last executed. */
    private JtaTransaction used;

    private int openStreams;

    /** Creates the one of a request, or of another piece of work. */
    SessionTransaction(Jta jta, CommitPositions positions, String requestId, Writes writes) {
        this.jta = jta;
        this.positions = positions;
        this.requestId = requestId;
        this.writes = writes;
    }

    /** Returns what work on another thread is to know of this one's writes. */
    Writes sharedWrites() {
        return writes.shared();
    }

    /**
     * Returns a session that belongs to this unit of work, or, in the read role, stands beside it.
     *
     * @param thread the only one that may use it; null for any
     */
    JdbcDbSession session(ContainerDataSource source, SessionServices services, Thread thread) {
        return new JdbcDbSession(source, control(source.binding().settings()), services, thread);
    }

    private TransactionControl control(DatabaseSettings settings) {
        return settings.role() == Role.WRITE
                ? this
                : new ReadYourWrites(this, writes, settings.replica().consistency());
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public boolean isActive() {
        return jta.phase() != TransactionPhase.NONE;
    }

    @Override
    public Connection connection(Participant participant) throws SQLException {
        requireThread(participant.origin());
        return switch (jta.phase()) {
            case NONE -> null;
            case ACTIVE -> enlisted(participant);
            case ROLLBACK_ONLY, ENDING -> throw refusal(participant);
        };
    }

    @Override
    public void begun(Participant participant) {
        writes.begun(participant.origin().alias());
    }

    private Connection enlisted(Participant participant) throws SQLException {
        begun(participant);
        used = jta.current();
        return used.connection(participant);
    }

    /**
     * Returns the connection of the current transaction if a reader must read there: it has what was written to the
     * reader's database, or would keep it from the primary.
     */
    Connection readingConnection(Participant reader) throws SQLException {
        String alias = reader.origin().alias();
        if (writes.isNone(alias)) {
            return null;
        }
        return switch (jta.phase()) {
            case NONE -> null;
            case ACTIVE -> {
                Connection writing = jta.current().readingConnection(reader);
                yield writing == null && writes.isOnPrimary(alias) ? enlisted(reader) : writing;
            }
            case ROLLBACK_ONLY -> {
                if (writes.isOnPrimary(alias)) {
                    throw refusal(reader);
                }
                yield null;
            }
            // what it has written may be there or not, and nobody can tell
            case ENDING -> throw refusal(reader);
        };
    }

    /** Returns whether what a client has been told matters to any of the databases. */
    boolean followsClients() {
        return positions.areKept();
    }

    /** Takes note of what the client has been told by others. */
    void expect(String position) {
        writes.expect(positions.read(position));
    }

    @Override
    public Optional<String> position() {
        return positions.write(writes);
    }

    @Override
    public void wrote(Participant participant) {
        writes.done(participant.origin().alias());
    }

    private DuetException refusal(Participant participant) {
        return Refusals.rollbackOnly(participant.origin(), owned == null ? null : owned.failure());
    }

    @Override
    public void failed(DuetException failure) {
        TransactionPhase phase = jta.phase();
        boolean refused = failure instanceof TransactionRolledBackException;
        if (phase != TransactionPhase.NONE && !(refused && phase == TransactionPhase.ROLLBACK_ONLY)) {
            record(failure);
        }
    }

    /** A failure that nobody remembers would be committed: the driver does not report it. */
    private void record(DuetException failure) {
        try {
            jta.current().failed(failure);
        } catch (UnavailableException untold) {
            jta.setRollbackOnly();
            if (used != null) {
                used.failed(failure);
            }
        }
    }

    @Override
    public void begin(Participant participant, TransactionOptions options) {
        if (isActive() || owned != null) {
            throw Refusals.beginInside(participant.origin());
        }
        if (!inUnitOfWork) {
            throw asynchronous
                    ? Refusals.beginInAsynchronous(participant.origin())
                    : Refusals.beginOutside(participant.origin());
        }
        if (options.attempts() > 1) {
            throw Refusals.attemptsOfBegin(participant.origin());
        }
        requireNoStream(participant);
        owned = OwnedTransaction.begin(jta, participant, options, participant);
    }

    private void requireNoStream(Participant participant) {
        if (openStreams > 0) {
            throw Refusals.streaming(participant.origin());
        }
    }

    @Override
    public void commit(Participant participant) {
        end(participant, "commit()", ending -> ending.commit(participant.origin()));
    }

    @Override
    public void rollback(Participant participant) {
        end(participant, "rollback()", ending -> ending.rollback(participant.origin()));
    }

    /** Where the component may not end it, it goes on, and is still to be ended. */
    private void end(Participant participant, String method, Consumer<OwnedTransaction> end) {
        if (owned == null) {
            throw Refusals.notTheOwner(method, participant.origin());
        }
        owned.requireOwner(participant, method);
        OwnedTransaction ending = release();
        try {
            end.accept(ending);
        } catch (IllegalTransactionStateException notAllowed) {
            owned = ending;
            throw notAllowed;
        }
    }

    private OwnedTransaction release() {
        OwnedTransaction released = owned;
        owned = null;
        return released;
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        if (!isActive()) {
            throw Refusals.outside(participant.origin());
        }
        if (jta.phase() != TransactionPhase.ROLLBACK_ONLY) {
            jta.current().abandon();
        }
    }

    @Override
    public <T, X extends Exception> T transaction(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        requireThread(participant.origin());
        return switch (jta.phase()) {
            case NONE -> repeatedly(participant, options, work);
            case ACTIVE -> nested(participant, options, work);
            case ROLLBACK_ONLY, ENDING -> throw refusal(participant);
        };
    }

    private <T, X extends Exception> T nested(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        if (!options.equals(TransactionOptions.DEFAULT)) {
            throw Refusals.optionsInside(participant.origin());
        }
        return jta.current().nested(participant, work);
    }

    /** Runs the whole work again, in a new transaction, when others got in its way. */
    private <T, X extends Exception> T repeatedly(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        for (int attempt = 1; ; attempt++) {
            try {
                return alone(participant, options, work);
            } catch (Throwable failure) {
                if (attempt >= options.attempts() || !Conflict.isReasonOf(failure) || !Conflict.pause(attempt)) {
                    throw failure;
                }
            }
        }
    }

    private <T, X extends Exception> T alone(
            Participant participant, TransactionOptions options, TransactionalWork<T, X> work) throws X {
        requireNoStream(participant);
        OwnedTransaction suspended = owned;
        OwnedTransaction own = OwnedTransaction.begin(jta, participant, options, null);
        owned = own;
        T result;
        try {
            result = work.run();
        } catch (Throwable thrown) {
            own.undo(thrown);
            throw thrown;
        } finally {
            owned = suspended;
        }
        own.end(participant.origin());
        return result;
    }

    /** Refuses another thread than the one that has begun the transaction. */
    void requireThread() {
        requireThread(new Origin(null, null, requestId));
    }

    private void requireThread(Origin origin) {
        if (owned != null) {
            owned.requireThread(origin);
        }
    }

    @Override
    public void closed(Participant participant) {
        if (owned != null && owned.isOwnedBy(participant)) {
            tearDown();
        }
    }

    @Override
    public void streamOpened() {
        openStreams++;
    }

    @Override
    public void streamClosed() {
        openStreams--;
    }

    /** Takes note that the method that runs answers after it has returned. */
    void answersLater() {
        asynchronous = true;
    }

    /** Starts a unit of work. Returns false if one surrounds the call already, which then decides. */
    boolean enterUnitOfWork() {
        if (inUnitOfWork || owned != null) {
            return false;
        }
        inUnitOfWork = true;
        return true;
    }

    /** Returns whether a session of that alias began the transaction. */
    boolean isBegunBy(String alias) {
        return owned != null && owned.isOwnedBy(alias);
    }

    /** Refuses to end the sessions of an alias in the midst of a transaction that another one began. */
    void requireEndable(String alias) {
        requireThread();
        if (owned != null && !isBegunBy(alias) && owned.hasParticipant(alias)) {
            throw Refusals.notTheOwner("finish()", new Origin(alias, null, requestId));
        }
    }

    /** Ends the unit of work after its method has returned: commits what a session began in it. */
    void complete() {
        requireThread();
        inUnitOfWork = false;
        if (owned == null) {
            return;
        }
        release().endWithUnitOfWork(new Origin(null, null, requestId));
    }

    /** Ends the unit of work after its method has thrown: rolls back what a session began in it. */
    void undoUnitOfWork(Throwable thrown) {
        inUnitOfWork = false;
        if (owned != null) {
            release().undo(thrown);
        }
    }

    /**
     * Ends the unit of work whose answer did not come from its method: rolls back what a session began in it.
     *
     * @param told whether the client is told of a failure; if not, this throws one
     */
    void undoUnitOfWork(boolean told) {
        inUnitOfWork = false;
        if (owned == null) {
            return;
        }
        TransactionRolledBackException silent = Refusals.answeredByAnother(new Origin(null, null, requestId));
        release().undo(silent);
        if (!told) {
            throw silent;
        }
    }

    /** Rolls back what is still open: of a request, or of another piece of work, that was torn down in its midst. */
    void tearDown() {
        if (owned != null && isActive()) {
            release().undo(new IllegalStateException());
        }
    }
}
