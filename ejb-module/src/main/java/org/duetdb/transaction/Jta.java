package org.duetdb.transaction;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;
import org.duetdb.TransactionOptions;
import org.duetdb.UnavailableException;
import org.duetdb.datasource.ContainerDirectory;
import org.duetdb.datasource.Kept;
import org.duetdb.server.RunningServer;

/**
 * The transaction services of the container (Jakarta Transactions 2.0 §3), as far as Duet uses them. For use by any
 * thread.
 */
final class Jta {

    private static final Logger LOG = System.getLogger(Jta.class.getName());

    private final Supplier<Optional<UserTransaction>> demarcation;
    private final Kept<TransactionSynchronizationRegistry> registry;

    /** Creates those that the container has under their names. */
    Jta() {
        ContainerDirectory directory = new ContainerDirectory();
        Supplier<Optional<UserTransaction>> granted =
                () -> directory.find("java:comp/UserTransaction", UserTransaction.class);
        demarcation = RunningServer.find().server().checksDemarcationWhenCalled() ? new Kept<>(granted) : granted;
        registry = new Kept<>(() -> directory.find(
                "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class));
    }

    /**
     * Creates others.
     *
     * @param demarcation asked each time, for the container grants it by component
     * @param registry asked once
     */
    Jta(
            Supplier<Optional<UserTransaction>> demarcation,
            Supplier<Optional<TransactionSynchronizationRegistry>> registry) {
        this.demarcation = demarcation;
        this.registry = new Kept<>(registry);
    }

    /**
     * Returns where the transaction of the calling thread stands; if the container cannot say, nothing is done in it.
     */
    TransactionPhase phase() {
        TransactionSynchronizationRegistry services = registry();
        try {
            return TransactionPhase.of(services.getTransactionStatus());
        } catch (RuntimeException unknown) {
            LOG.log(Level.DEBUG, "asking for the status of the transaction", unknown);
            return TransactionPhase.ENDING;
        }
    }

    /** Returns whether the calling thread has this transaction. */
    boolean isCurrent(JtaTransaction transaction) {
        return phase() != TransactionPhase.NONE && current() == transaction;
    }

    /**
     * Returns what takes part in the transaction of the calling thread, which must have one.
     *
     * @throws UnavailableException if the container does not tell: the transaction may have ended in this moment
     */
    JtaTransaction current() {
        try {
            return current(null);
        } catch (RuntimeException untold) {
            throw Refusals.untold(untold);
        }
    }

    private JtaTransaction current(TransactionOptions begunWith) {
        TransactionSynchronizationRegistry services = registry();
        JtaTransaction known = (JtaTransaction) services.getResource(JtaTransaction.class);
        if (known != null) {
            return known;
        }
        JtaTransaction created = new JtaTransaction(this, begunWith);
        // one that is known but hears of no end would keep its connections, and lose its failures
        services.registerInterposedSynchronization(created);
        services.putResource(JtaTransaction.class, created);
        return created;
    }

    /**
     * Begins a transaction.
     *
     * @param demarcation that of the calling component
     */
    JtaTransaction begin(UserTransaction demarcation, TransactionOptions options)
            throws NotSupportedException, SystemException {
        demarcation.begin();
        try {
            return current(options);
        } catch (RuntimeException unusable) {
            SystemException failure = new SystemException("nothing can be registered with the transaction");
            failure.initCause(unusable);
            try {
                demarcation.rollback();
            } catch (SystemException | RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /** Marks the transaction of the calling thread, so that nothing works in vain; who refuses its commit is Duet. */
    void setRollbackOnly() {
        try {
            registry().setRollbackOnly();
        } catch (RuntimeException notMarked) {
            LOG.log(Level.DEBUG, "marking the transaction", notMarked);
        }
    }

    /**
     * Returns the demarcation that the calling component has; empty if it may not have it, because its transactions are
     * the container's. Where that is so although there is one, it throws an {@code IllegalStateException} when used.
     */
    Optional<UserTransaction> demarcation() {
        return demarcation.get();
    }

    private TransactionSynchronizationRegistry registry() {
        return registry.get().orElseThrow(() -> new IllegalStateException("the server has no Jakarta Transactions"));
    }
}
