package org.duetdb.transaction;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Origin;
import org.duetdb.TransactionOptions;
import org.duetdb.session.Participant;

/**
 * A transaction that Duet has begun, and ends: who began it, on which thread. It is ended once, by whoever forgets it
 * then.
 */
final class OwnedTransaction {

    private final Jta jta;
    private final UserTransaction demarcation;
    private final JtaTransaction transaction;
    private final Participant owner;
    private final Thread thread = Thread.currentThread();

    private OwnedTransaction(Jta jta, UserTransaction demarcation, JtaTransaction transaction, Participant owner) {
        this.jta = jta;
        this.demarcation = demarcation;
        this.transaction = transaction;
        this.owner = owner;
    }

    /**
     * Begins one.
     *
     * @param participant the session that asks for it
     * @param owner the session that may end it; null if only running work may
     */
    static OwnedTransaction begin(Jta jta, Participant participant, TransactionOptions options, Participant owner) {
        UserTransaction demarcation =
                jta.demarcation().orElseThrow(() -> Refusals.containerManaged(participant.origin()));
        JtaTransaction begun;
        try {
            begun = jta.begin(demarcation, options);
        } catch (IllegalStateException refused) {
            // a component may have the demarcation and yet not be allowed to use it
            throw Refusals.containerManaged(participant.origin());
        } catch (NotSupportedException | SystemException failure) {
            throw Refusals.notBegun(participant.origin(), failure);
        }
        begun.join(participant);
        return new OwnedTransaction(jta, demarcation, begun, owner);
    }

    /** Refuses another thread than the one that began. */
    void requireThread(Origin origin) {
        if (thread != Thread.currentThread()) {
            throw Refusals.otherThread(origin);
        }
    }

    /** Refuses a session that did not begin it, and where it is suspended. */
    void requireOwner(Participant participant, String method) {
        requireThread(participant.origin());
        if (owner != participant) {
            throw Refusals.notTheOwner(method, participant.origin());
        }
        if (!jta.isCurrent(transaction)) {
            throw Refusals.suspended(method, participant.origin());
        }
        if (transaction.isNested()) {
            throw Refusals.insideWork(method, participant.origin());
        }
    }

    boolean isOwnedBy(Participant participant) {
        return owner == participant;
    }

    /** Returns whether a session of that alias began it. */
    boolean isOwnedBy(String alias) {
        return owner != null && owner.origin().alias().equals(alias);
    }

    /** Returns whether a session of that alias takes part. */
    boolean hasParticipant(String alias) {
        return transaction.hasParticipant(alias);
    }

    /** Returns the first failure that no savepoint undid; null if there is none. */
    DuetException failure() {
        return transaction.failure();
    }

    /** Commits, unless something has failed. Where the component may not, it goes on. */
    void commit(Origin origin) {
        ending(() -> elsewhere().commit(transaction, origin));
    }

    /** Rolls back. Where the component may not, it goes on. */
    void rollback(Origin origin) {
        ending(() -> elsewhere().rollback(transaction, origin));
    }

    /**
     * Ends it after its work has returned, in the component that has begun it: commits, unless the work wished
     * otherwise, and rolls back if it may not.
     */
    void end(Origin origin) {
        ending(() -> new Completion(jta, () -> Optional.of(demarcation)).end(transaction, origin));
    }

    /** Another component than the one that has begun may not have the demarcation. */
    private Completion elsewhere() {
        return new Completion(jta, jta::demarcation);
    }

    private void ending(Runnable end) {
        boolean ended = true;
        try {
            end.run();
        } catch (IllegalTransactionStateException notAllowed) {
            ended = false;
            throw notAllowed;
        } finally {
            if (ended) {
                transaction.discardConnections();
            }
        }
    }

    /** Ends it with the unit of work in which it was begun, as the sessions that take part wish. */
    void endWithUnitOfWork(Origin origin) {
        if (transaction.isAutoCommit()) {
            ending(() -> elsewhere().end(transaction, origin));
        } else {
            rollback(origin);
        }
    }

    /** Rolls back after something was thrown, which stays what is thrown. */
    void undo(Throwable thrown) {
        try {
            rollback(Origin.NONE);
        } catch (RuntimeException second) {
            thrown.addSuppressed(second);
        }
    }
}
