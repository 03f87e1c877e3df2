package org.duetdb.transaction;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import org.duetdb.TransactionOptions;
import org.duetdb.datasource.ContainerDirectory;

/**
 * The transaction services of the container (Jakarta Transactions 2.0 §3), as far as Duet uses them. For use by any
 * thread.
 */
final class Jta {

    private final ContainerDirectory directory = new ContainerDirectory();
    private volatile TransactionSynchronizationRegistry registry;

    /** Returns where the transaction of the calling thread stands. */
    TransactionPhase phase() {
        return TransactionPhase.of(registry().getTransactionStatus());
    }

    /** Returns what takes part in the transaction of the calling thread, which must have one. */
    JtaTransaction current() {
        return current(null);
    }

    private JtaTransaction current(TransactionOptions begunWith) {
        TransactionSynchronizationRegistry services = registry();
        JtaTransaction known = (JtaTransaction) services.getResource(JtaTransaction.class);
        if (known != null) {
            return known;
        }
        JtaTransaction created = new JtaTransaction(this, begunWith);
        services.putResource(JtaTransaction.class, created);
        services.registerInterposedSynchronization(created);
        return created;
    }

    /** Begins a transaction; empty if the calling component may not, because its transactions are the container's. */
    Optional<JtaTransaction> begin(TransactionOptions options) throws NotSupportedException, SystemException {
        Optional<UserTransaction> demarcation = demarcation();
        if (demarcation.isEmpty()) {
            return Optional.empty();
        }
        demarcation.get().begin();
        return Optional.of(current(options));
    }

    void setRollbackOnly() {
        registry().setRollbackOnly();
    }

    /**
     * Returns the demarcation that the calling component has; looked up each time, for the container grants it by
     * component.
     */
    Optional<UserTransaction> demarcation() {
        return directory.find("java:comp/UserTransaction", UserTransaction.class);
    }

    private TransactionSynchronizationRegistry registry() {
        TransactionSynchronizationRegistry known = registry;
        if (known == null) {
            known = directory
                    .find("java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class)
                    .orElseThrow(() -> new IllegalStateException("the server has no Jakarta Transactions"));
            registry = known;
        }
        return known;
    }
}
