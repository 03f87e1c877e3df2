package org.duetdb.simulation;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/** How applications begin and end transactions. */
final class SimulatedDemarcation implements UserTransaction {

    private final SimulatedTransactions transactions;
    private final Faults faults;

    SimulatedDemarcation(SimulatedTransactions transactions, Faults faults) {
        this.transactions = transactions;
        this.faults = faults;
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        requirePermission();
        if (transactions.current() != null) {
            throw new NotSupportedException();
        }
        if (faults.strike("the manager does not begin a transaction")) {
            if (faults.choose(true, false)) {
                throw new NotSupportedException();
            }
            throw new SystemException();
        }
        transactions.begin();
        transactions.passTime();
    }

    @Override
    public void commit()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        requireTransaction();
        if (faults.strike("commit() is not allowed", 2)) {
            throw new SecurityException();
        }
        if (faults.strike("commit() fails before it has begun, and the manager forgets the transaction", 2)) {
            transactions.abandon();
            throw new SystemException();
        }
        try {
            transactions.current().commit();
        } finally {
            transactions.disassociate();
        }
    }

    @Override
    public void rollback() throws SystemException {
        requireTransaction();
        if (faults.strike("rollback() fails before it has begun, and the manager forgets the transaction", 2)) {
            transactions.abandon();
            throw new SystemException();
        }
        transactions.current().rollback();
        transactions.disassociate();
        if (faults.strike("rollback() fails after it has rolled back", 2)) {
            throw new SystemException();
        }
    }

    private void requireTransaction() {
        requirePermission();
        if (transactions.current() == null) {
            throw new IllegalStateException("no transaction");
        }
    }

    private void requirePermission() {
        if (transactions.component() != Component.BEGINS_ITSELF) {
            throw new IllegalStateException("the container's transactions");
        }
    }

    @Override
    public void setRollbackOnly() {
        throw new AssertionError("the registry's is used");
    }

    @Override
    public int getStatus() {
        return transactions.current() == null
                ? Status.STATUS_NO_TRANSACTION
                : transactions.current().status();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new AssertionError("the container's is used");
    }
}
