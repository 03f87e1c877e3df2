package org.duetdb.transaction;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionalWork;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.OutsideTransactions;
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
    private final String requestId;

    private boolean inUnitOfWork;
    private boolean asynchronous;
    private JtaTransaction owned;
    private Participant owner;
    private Thread thread;
    private int openStreams;

    /** Creates the one of a request, or of another piece of work. */
    SessionTransaction(Jta jta, String requestId) {
        this.jta = jta;
        this.requestId = requestId;
    }

    /**
     * Returns a session that belongs to this unit of work, or, in the read role, stands beside it.
     *
     * @param thread the only one that may use it; null for any
     */
    JdbcDbSession session(ContainerDataSource source, SessionServices services, Thread thread) {
        boolean writes = source.binding().role() == Role.WRITE;
        return new JdbcDbSession(source, writes ? this : new OutsideTransactions(requestId), services, thread);
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
            case ACTIVE -> jta.current().connection(participant);
            case ROLLBACK_ONLY, ENDING -> throw refusal(participant);
        };
    }

    private DuetException refusal(Participant participant) {
        return Refusals.rollbackOnly(participant.origin(), owned == null ? null : owned.failure());
    }

    @Override
    public void failed(DuetException failure) {
        if (jta.phase() == TransactionPhase.ACTIVE) {
            jta.current().failed(failure);
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
        start(participant, options);
        owner = participant;
    }

    private JtaTransaction start(Participant participant, TransactionOptions options) {
        if (openStreams > 0) {
            throw Refusals.streaming(participant.origin());
        }
        try {
            owned = jta.begin(options).orElseThrow(() -> Refusals.containerManaged(participant.origin()));
        } catch (IllegalStateException refused) {
            // a component may have the demarcation and yet not be allowed to use it
            throw Refusals.containerManaged(participant.origin());
        } catch (NotSupportedException | SystemException failure) {
            throw Refusals.notBegun(participant.origin(), failure);
        }
        thread = Thread.currentThread();
        owned.join(participant);
        return owned;
    }

    @Override
    public void commit(Participant participant) {
        requireOwner(participant, "commit()");
        JtaTransaction ending = owned;
        forget();
        new Completion(jta).commit(ending, participant.origin());
    }

    @Override
    public void rollback(Participant participant) {
        requireOwner(participant, "rollback()");
        forget();
        new Completion(jta).rollback(participant.origin());
    }

    private void requireOwner(Participant participant, String method) {
        requireThread(participant.origin());
        if (owner != participant) {
            throw Refusals.notTheOwner(method, participant.origin());
        }
        if (jta.phase() == TransactionPhase.NONE || jta.current() != owned) {
            throw Refusals.suspended(method, participant.origin());
        }
    }

    @Override
    public void setRollbackOnly(Participant participant) {
        if (!isActive()) {
            throw Refusals.outside(participant.origin());
        }
        if (jta.phase() == TransactionPhase.ACTIVE) {
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
        JtaTransaction suspended = owned;
        Participant suspendedOwner = owner;
        start(participant, options);
        owner = null;
        T result;
        try {
            try {
                result = work.run();
            } catch (Throwable thrown) {
                undo(thrown);
                throw thrown;
            }
            end(participant.origin());
        } finally {
            owned = suspended;
            owner = suspendedOwner;
        }
        return result;
    }

    /** Refuses another thread than the one that has begun the transaction. */
    void requireThread() {
        requireThread(new Origin(null, null, requestId));
    }

    private void requireThread(Origin origin) {
        if (owned != null && thread != Thread.currentThread()) {
            throw Refusals.otherThread(origin);
        }
    }

    @Override
    public void closed(Participant participant) {
        if (owner == participant && isActive()) {
            undo(new IllegalStateException());
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
        return owner != null && owner.origin().alias().equals(alias);
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
        Origin request = new Origin(null, null, requestId);
        if (owned.isAutoCommit()) {
            end(request);
        } else {
            forget();
            new Completion(jta).rollback(request);
        }
    }

    /** Ends the unit of work after its method has thrown: rolls back what a session began in it. */
    void undoUnitOfWork(Throwable thrown) {
        inUnitOfWork = false;
        if (owned != null) {
            undo(thrown);
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
        undo(silent);
        if (!told) {
            throw silent;
        }
    }

    private void undo(Throwable thrown) {
        forget();
        try {
            new Completion(jta).rollback(Origin.NONE);
        } catch (RuntimeException second) {
            thrown.addSuppressed(second);
        }
    }

    private void end(Origin origin) {
        JtaTransaction ending = owned;
        forget();
        new Completion(jta).end(ending, origin);
    }

    private void forget() {
        owned = null;
        owner = null;
    }

    /** Rolls back what is still open: of a request, or of another piece of work, that was torn down in its midst. */
    void tearDown() {
        if (owned != null && isActive()) {
            undo(new IllegalStateException());
        }
    }
}
