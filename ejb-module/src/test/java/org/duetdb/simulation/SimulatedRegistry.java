package org.duetdb.simulation;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** What the container tells a library of the transaction of the thread. */
final class SimulatedRegistry implements TransactionSynchronizationRegistry {

    private final SimulatedTransactions transactions;
    private final Faults faults;

    SimulatedRegistry(SimulatedTransactions transactions, Faults faults) {
        this.transactions = transactions;
        this.faults = faults;
    }

    @Override
    public Object getTransactionKey() {
        return transactions.current();
    }

    @Override
    public void putResource(Object key, Object value) {
        current("putResource").resources().put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return current("getResource").resources().get(key);
    }

    /** What is registered with a transaction that can only roll back, some take without a word and forget. */
    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        SimulatedTransaction current = current("registerInterposedSynchronization");
        if (current.status() == Status.STATUS_ACTIVE) {
            current.register(synchronization);
        } else if (transactions.habit() != ServerHabit.NARAYANA) {
            throw new IllegalStateException("not active");
        }
    }

    @Override
    public int getTransactionStatus() {
        transactions.passTime();
        if (transactions.current() == null) {
            return Status.STATUS_NO_TRANSACTION;
        }
        if (faults.strike("the status is not known", 4)) {
            return Status.STATUS_UNKNOWN;
        }
        if (faults.strike("the status cannot be asked for", 4)) {
            throw new IllegalStateException("no answer");
        }
        return transactions.current().status();
    }

    @Override
    public void setRollbackOnly() {
        current("setRollbackOnly").markRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        throw new AssertionError("the status is used");
    }

    private SimulatedTransaction current(String call) {
        transactions.passTime();
        if (transactions.current() == null || faults.strike(call + " fails", 4)) {
            throw new IllegalStateException("no transaction");
        }
        return transactions.current();
    }
}
