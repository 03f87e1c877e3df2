package org.duetdb.transaction;

import jakarta.transaction.Synchronization;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.duetdb.DuetException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionalWork;
import org.duetdb.UnavailableException;
import org.duetdb.session.Participant;
import org.duetdb.session.SqlFailures;

/**
 * What takes part in one transaction: participants with their connections, the savepoints around running work, and the
 * first failure. It belongs to the transaction, not to the request: a suspended one keeps its own.
 *
 * <p>Synchronized, because a transaction that times out is ended by a thread of the container.
 */
final class JtaTransaction implements Synchronization {

    private static final Logger LOG = System.getLogger(JtaTransaction.class.getName());

    private final Jta jta;
    private final TransactionOptions begunWith;
    private final List<Enlistment> enlistments = new ArrayList<>(2);
    private final List<Participant> listeners = new ArrayList<>(2);
    /** The first failure of the transaction, and of each savepoint within; null where nothing has failed. */
    private final List<DuetException> failures = new ArrayList<>(2);

    private final AttachedWork attached = new AttachedWork();

    private boolean abandoned;
    private boolean committing;
    private boolean refused;

    /** Creates the record of a transaction, which Duet has begun with these options, or, with null, somebody else. */
    JtaTransaction(Jta jta, TransactionOptions begunWith) {
        this.jta = jta;
        this.begunWith = begunWith;
        failures.add(null);
    }

    /** Makes a participant hear of the end even if it does nothing. */
    synchronized void join(Participant participant) {
        if (!listeners.contains(participant)) {
            listeners.add(participant);
        }
    }

    /** Returns whether a session of that alias takes part. */
    synchronized boolean hasParticipant(String alias) {
        return listeners.stream().anyMatch(listener -> listener.origin().alias().equals(alias));
    }

    /** Returns what is attached under a key, at the first call made. */
    synchronized <A extends Attachment> A attached(Object key, Supplier<A> maker) {
        return attached.attached(key, maker);
    }

    /**
     * Has everything that is attached hand in its work before the commit is asked for. What is attached to a
     * transaction of the container sees to that by itself, before {@link #beforeCompletion()}.
     *
     * @return why that failed; null if it did not
     */
    synchronized RuntimeException flush() {
        try {
            attached.flush();
            return null;
        } catch (RuntimeException refusal) {
            return failure() == null ? refusal : failure();
        }
    }

    /** Returns the participant's connection, which is enlisted by the container as it is opened. */
    synchronized Connection connection(Participant participant) throws SQLException {
        if (failure() != null) {
            throw Refusals.rollbackOnly(participant.origin(), failure());
        }
        if (!participant.isLending()) {
            attached.flush(participant.origin().alias());
        }
        for (Enlistment enlistment : enlistments) {
            if (enlistment.participant() == participant) {
                return enlistment.connection(level());
            }
        }
        Enlistment added = new Enlistment(participant, participant.openConnection());
        enlistments.add(added);
        join(participant);
        if (begunWith != null) {
            added.apply(begunWith);
        }
        return added.connection(level());
    }

    /**
     * Returns the connection on which a reader sees what the transaction has written to its database; null if that is
     * nothing, or is to be undone.
     */
    synchronized Connection readingConnection(Participant reader) throws SQLException {
        if (failures.stream().anyMatch(Objects::nonNull)) {
            return null;
        }
        attached.flush(reader.origin().alias());
        for (Enlistment enlistment : enlistments) {
            Origin writer = enlistment.participant().origin();
            if (writer.alias().equals(reader.origin().alias())
                    && writer.role() == Role.WRITE
                    && enlistment.hasWritten()) {
                join(reader);
                return enlistment.connection(level());
            }
        }
        return null;
    }

    /**
     * Inside a savepoint a failure undoes that part; outside, all. A transaction of the container is not marked for
     * that: some containers end a marked one without a word, while the commit that they try otherwise is refused
     * loudly, in {@link #beforeCompletion()}.
     */
    synchronized void failed(DuetException reason) {
        if (failures.get(level()) != null || abandoned) {
            return;
        }
        failures.set(level(), reason);
        if (level() == 0 && begunWith != null) {
            markRollbackOnly();
        }
    }

    /** Decides to roll back, as the application wishes. */
    synchronized void abandon() {
        abandoned = true;
        markRollbackOnly();
    }

    private void markRollbackOnly() {
        if (jta.phase() == TransactionPhase.ACTIVE) {
            jta.setRollbackOnly();
        }
    }

    /** Returns whether it rolls back without an error when its work has returned: the application wishes so. */
    synchronized boolean isAbandoned() {
        return failure() == null && abandoned;
    }

    /** Returns whether all sessions that take part wish that a unit of work commits for them. */
    synchronized boolean isAutoCommit() {
        return listeners.stream().allMatch(Participant::autoCommit);
    }

    /** Returns the first failure that no savepoint undid; null if there is none. */
    synchronized DuetException failure() {
        return failures.get(0);
    }

    /**
     * Returns whether it was serializable and all databases that took part have rolled it back instead of committing.
     */
    synchronized boolean isRefused() {
        return refused;
    }

    /**
     * Returns whether a rollback at its commit can only be a conflict, which not every server says: one database took
     * part, it was serializable, and its deferred constraints held.
     */
    synchronized boolean meetsOnlyConflictsAtItsCommit() {
        return committing && enlistments.size() == 1 && enlistments.get(0).isSerializable();
    }

    /** Takes note that the commit has failed, whatever was said of it before. */
    synchronized void commitFailed() {
        boolean unheard = !refused;
        refused |= committing && !enlistments.isEmpty() && isRolledBack();
        if (refused && unheard) {
            listeners.forEach(listener -> listener.ended(false));
        }
    }

    private boolean isRolledBack() {
        return enlistments.stream().allMatch(Enlistment::isRolledBack);
    }

    /** Returns whether work runs in a savepoint. */
    synchronized boolean isNested() {
        return level() > 0;
    }

    /** Returns how many savepoints surround the running work. */
    private int level() {
        return failures.size() - 1;
    }

    /** Runs work in a savepoint of every database that it uses. */
    <T, X extends Exception> T nested(Participant participant, TransactionalWork<T, X> work) throws X {
        int savepoint = enter();
        T result;
        try {
            result = work.run();
            flushNested();
        } catch (Throwable thrown) {
            leave(savepoint, false, thrown);
            throw thrown;
        }
        DuetException swallowed = leave(savepoint, true, null);
        if (swallowed != null) {
            throw new TransactionRolledBackException(
                    "DUET-306",
                    "the work is undone because a statement of it failed",
                    "let the exception of the statement pass",
                    participant.origin(),
                    swallowed);
        }
        return result;
    }

    /** What has been kept back until now is none of the work's. */
    private synchronized int enter() {
        attached.flush();
        failures.add(null);
        return level();
    }

    private synchronized void flushNested() {
        attached.flush();
    }

    /** Ends the savepoint; returns the failure that undid it although the work returned. */
    private synchronized DuetException leave(int savepoint, boolean keep, Throwable thrown) {
        DuetException reason = failures.remove(savepoint);
        // a container that hears of a lost connection may mark the transaction before the failure is known here
        DuetException known = reason == null && thrown instanceof DuetException failure ? failure : reason;
        for (Enlistment enlistment : enlistments) {
            try {
                if (keep && reason == null) {
                    enlistment.release(savepoint);
                } else {
                    enlistment.undo(savepoint);
                }
            } catch (SQLException lost) {
                Origin origin = enlistment.participant().origin();
                DuetException translated = isLost(known, origin) ? known : SqlFailures.translate(lost, origin);
                failed(translated);
                reason = reason == null ? translated : reason;
                if (thrown != null && thrown != translated) {
                    thrown.addSuppressed(translated);
                }
            }
        }
        if (!keep || reason != null) {
            attached.undone();
        }
        return reason;
    }

    /**
     * Refuses the commit if a statement has failed. Lets deferred constraints and conflicts speak now, where it can
     * still be said what stands against the commit: what a database answers to the commit itself does not reach the
     * caller through the transaction manager.
     */
    @Override
    public synchronized void beforeCompletion() {
        if (jta.phase() == TransactionPhase.ROLLBACK_ONLY) {
            return;
        }
        if (failure() != null || abandoned) {
            throw Refusals.rollbackOnly(
                    failure() == null ? Origin.NONE : failure().origin(), failure());
        }
        for (Enlistment enlistment : enlistments) {
            try {
                if (enlistment.checkBeforeCommit()) {
                    enlistment.participant().wrote();
                }
            } catch (SQLException violated) {
                DuetException translated =
                        SqlFailures.translate(violated, enlistment.participant().origin());
                failed(translated);
                throw translated;
            }
        }
        committing = true;
    }

    /**
     * Gives the connections back. Those that may be of no use any more are kept until Duet's own call to end the
     * transaction returns: the pool itself has yet to hear of the end, and miscounts what is thrown away before. These
     * are all that were to commit: Narayana says here that it has committed where it is about to throw.
     */
    @Override
    public synchronized void afterCompletion(int status) {
        boolean committed = TransactionPhase.isCommitted(status);
        boolean failed = committing && !committed;
        refused = failed && isRolledBack();
        if (begunWith == null) {
            close(true);
        } else {
            closeAllBut(enlistments.stream()
                    .filter(each ->
                            committing || isLost(failure(), each.participant().origin()))
                    .toList());
        }
        attached.ended();
        listeners.forEach(listener -> listener.ended(committed));
    }

    /** Returns whether a failure means that this participant has no connection any more, if only a reader met it. */
    private static boolean isLost(DuetException failure, Origin participant) {
        return failure instanceof UnavailableException lost
                && participant.alias().equals(lost.origin().alias());
    }

    private void closeAllBut(List<Enlistment> useless) {
        enlistments.removeAll(useless);
        close(true);
        enlistments.addAll(useless);
    }

    /** Gives back those that were kept, of a transaction that could not be ended properly; useless ones are dropped. */
    synchronized void discardConnections() {
        close(false);
    }

    /** Gives back those that were kept, of a transaction that has committed. */
    synchronized void releaseConnections() {
        close(true);
    }

    private void close(boolean ended) {
        for (Enlistment enlistment : enlistments) {
            try {
                enlistment.close(ended);
            } catch (SQLException ignored) {
                LOG.log(
                        Level.DEBUG,
                        () -> "closing the connection of "
                                + enlistment.participant().origin(),
                        ignored);
            }
        }
        enlistments.clear();
    }
}
