package org.duetdb.transaction;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionalWork;
import org.duetdb.session.Participant;
import org.duetdb.session.TransactionControl;

/**
 * Who may begin a transaction in a request, and who ends it.
 *
 * <p>At most one transaction is owned: by the session that began it, or by running {@code transaction(work)}. Whoever
 * began ends; the unit of work ends what a session began and did not end. Transactions of the container are joined,
 * never ended.
 */
@RequestScoped
public class RequestTransaction implements TransactionControl {

    private final Jta jta;
    private final String requestId;

    private boolean inUnitOfWork;
    private JtaTransaction owned;
    private Participant owner;

    /** For the client proxy. */
    protected RequestTransaction() {
        this.jta = null;
        this.requestId = null;
    }

    /** Creates the one of a request. */
    @Inject
    protected RequestTransaction(Jta jta, RequestIds ids) {
        this.jta = jta;
        this.requestId = ids.next();
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
    public void begin(Participant participant) {
        if (isActive() || owned != null) {
            throw Refusals.beginInside(participant.origin());
        }
        if (!inUnitOfWork) {
            throw Refusals.beginOutside(participant.origin());
        }
        start(participant);
        owner = participant;
    }

    private JtaTransaction start(Participant participant) {
        try {
            owned = jta.begin().orElseThrow(() -> Refusals.containerManaged(participant.origin()));
        } catch (IllegalStateException refused) {
            // a component may have the demarcation and yet not be allowed to use it
            throw Refusals.containerManaged(participant.origin());
        } catch (NotSupportedException | SystemException failure) {
            throw Refusals.notBegun(participant.origin(), failure);
        }
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
    public <T, X extends Exception> T transaction(Participant participant, TransactionalWork<T, X> work) throws X {
        return switch (jta.phase()) {
            case NONE -> alone(participant, work);
            case ACTIVE -> jta.current().nested(participant, work);
            case ROLLBACK_ONLY, ENDING -> throw refusal(participant);
        };
    }

    private <T, X extends Exception> T alone(Participant participant, TransactionalWork<T, X> work) throws X {
        JtaTransaction suspended = owned;
        Participant suspendedOwner = owner;
        start(participant);
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

    /** Starts a unit of work. Returns false if one surrounds the call already, which then decides. */
    boolean enterUnitOfWork() {
        if (inUnitOfWork || owned != null) {
            return false;
        }
        inUnitOfWork = true;
        return true;
    }

    /** Ends the unit of work after its method has returned: commits what a session began in it. */
    void complete() {
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

    /** A unit of work ends before its request does; this is for the request that was torn down in the midst of one. */
    @PreDestroy
    void destroy() {
        if (owned != null && isActive()) {
            undo(new IllegalStateException());
        }
    }
}
