package org.duetdb.transaction;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.function.Supplier;
import org.duetdb.DatabaseException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Origin;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownOutcomeException;
import org.duetdb.datasource.ServerErrors;
import org.duetdb.session.SqlFailures;

/** Ends the transaction of the calling thread, and says truly how it ended. */
final class Completion {

    private static final String COMPLETION_UNKNOWN = "40003";

    private final Jta jta;
    private final Supplier<Optional<UserTransaction>> demarcation;

    /**
     * Creates one.
     *
     * @param demarcation that of the calling component; empty if it has none
     */
    Completion(Jta jta, Supplier<Optional<UserTransaction>> demarcation) {
        this.jta = jta;
        this.demarcation = demarcation;
    }

    /** Ends a transaction whose work has returned: commits it, unless the application wishes otherwise. */
    void end(JtaTransaction transaction, Origin origin) {
        if (transaction.isAbandoned()) {
            rollback(transaction, origin);
            return;
        }
        try {
            commit(transaction, origin);
        } catch (IllegalTransactionStateException notAllowed) {
            rollback(transaction, origin);
            throw rolledBack("when it was to commit", origin, notAllowed);
        }
    }

    /**
     * Commits, unless something has failed.
     *
     * @throws TransactionRolledBackException if it has been rolled back
     * @throws UnknownOutcomeException if it cannot be known
     * @throws IllegalTransactionStateException if the component may not, and the transaction goes on
     */
    void commit(JtaTransaction transaction, Origin origin) {
        RuntimeException reason = transaction.failure() == null ? transaction.flush() : transaction.failure();
        if (reason != null) {
            TransactionRolledBackException refusal = rolledBack("because a statement failed", origin, reason);
            try {
                rollback(transaction, origin);
            } catch (IllegalTransactionStateException notAllowed) {
                throw notAllowed;
            } catch (RuntimeException second) {
                refusal.addSuppressed(second);
            }
            throw refusal;
        }
        try {
            demarcation(origin).commit();
            transaction.releaseConnections();
        } catch (RollbackException | HeuristicRollbackException outcome) {
            throw rolledBack("when it was to commit", origin, explain(outcome, transaction, origin));
        } catch (HeuristicMixedException | SystemException | IllegalStateException | SecurityException outcome) {
            requireEnd(transaction, outcome, origin);
            transaction.commitFailed();
            if (transaction.isRefused() || isRefusedInOnePhase(outcome)) {
                throw rolledBack("when it was to commit", origin, explain(outcome, transaction, origin));
            }
            throw new UnknownOutcomeException(
                    "DUET-312",
                    "it is not known whether the transaction committed",
                    "look at the data before trying again",
                    origin,
                    outcome);
        }
    }

    /**
     * Returns whether a database has answered the commit itself by saying that it has rolled back. It says so to a
     * commit in one phase only: what is prepared does not meet a conflict or a violated constraint any more.
     */
    private static boolean isRefusedInOnePhase(Exception outcome) {
        return ServerErrors.find(outcome)
                .filter(said -> said.severity() != null)
                .filter(said -> said.isOfClass("23") || said.isOfClass("40"))
                .filter(said -> !said.sqlState().equals(COMPLETION_UNKNOWN))
                .isPresent();
    }

    private static TransactionRolledBackException rolledBack(String when, Origin origin, Throwable cause) {
        return new TransactionRolledBackException(
                "DUET-311", "the transaction was rolled back " + when, "see the cause", origin, cause);
    }

    /** What a database said against the commit tells more than that it did not happen. */
    private static Throwable explain(Exception outcome, JtaTransaction transaction, Origin origin) {
        if (transaction.failure() != null) {
            // found before completion; not every server passes it on
            return transaction.failure();
        }
        for (Throwable cause = outcome; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException said) {
                return said;
            }
        }
        if (ServerErrors.find(outcome).isPresent()) {
            return SqlFailures.translate(outcome, origin);
        }
        boolean conflict = transaction.isRefused()
                || outcome instanceof RollbackException && transaction.meetsOnlyConflictsAtItsCommit();
        return conflict ? new Conflict(outcome) : outcome;
    }

    /**
     * Rolls back.
     *
     * @throws UnknownOutcomeException if the transaction manager does not
     * @throws IllegalTransactionStateException if the component may not, and the transaction goes on
     */
    void rollback(JtaTransaction transaction, Origin origin) {
        try {
            demarcation(origin).rollback();
        } catch (SystemException | IllegalStateException | SecurityException failure) {
            requireEnd(transaction, failure, origin);
            throw new UnknownOutcomeException(
                    "DUET-313",
                    "the transaction manager did not roll back",
                    "it does when the transaction times out; see the server's log",
                    origin,
                    failure);
        }
    }

    /** A refusal that leaves the transaction where it was has not ended it. */
    private void requireEnd(JtaTransaction transaction, Exception outcome, Origin origin) {
        boolean refused = outcome instanceof IllegalStateException || outcome instanceof SecurityException;
        if (refused && goesOn(transaction)) {
            throw Refusals.containerManaged(origin);
        }
    }

    private boolean goesOn(JtaTransaction transaction) {
        try {
            return jta.isCurrent(transaction);
        } catch (UnavailableException untold) {
            // what was refused has not been done
            return true;
        }
    }

    private UserTransaction demarcation(Origin origin) {
        return demarcation.get().orElseThrow(() -> Refusals.containerManaged(origin));
    }
}
