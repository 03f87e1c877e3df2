package org.duetdb.simulation;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** The container's pool of one (alias, role), as far as the library calls it: that of a {@link DataSource}. */
final class SimulatedPool {

    private final SimulatedDatabase database;
    private final boolean transactional;
    private final SimulatedTransactions transactions;
    private final Faults faults;
    private final Deque<Backend> idle = new ArrayDeque<>();

    private int lent;
    private boolean ofDuetsClass;

    /**
     * Creates one.
     *
     * @param transactional whether it is that of the write role: its connections are enlisted
     */
    SimulatedPool(
            SimulatedDatabase database, boolean transactional, SimulatedTransactions transactions, Faults faults) {
        this.database = database;
        this.transactional = transactional;
        this.transactions = transactions;
        this.faults = faults;
    }

    /** Sets whether its datasource is of Duet's own class, which checks a branch when it is asked for that. */
    void setOfDuetsClass(boolean duets) {
        ofDuetsClass = duets;
    }

    boolean isOfDuetsClass() {
        return ofDuetsClass;
    }

    /** Returns the pool as applications see it. */
    DataSource dataSource() {
        return Partial.as(DataSource.class, this);
    }

    Faults faults() {
        return faults;
    }

    /** Returns how many connections are in somebody's hands. */
    int lent() {
        return lent;
    }

    /** Returns how many connections it keeps that no transaction could use. */
    long useless() {
        return idle.stream().filter(Backend::isInOldBranch).count();
    }

    public Connection getConnection() throws SQLException {
        if (faults.strike("the pool refuses a connection")) {
            throw faults.choose(
                    DriverErrors.said("57P03", "the database system is starting up"),
                    DriverErrors.said("53300", "too many clients already"),
                    DriverErrors.lost(),
                    DriverErrors.ofThePool("no connection to be had", null));
        }
        Backend backend = idle.isEmpty() ? new Backend(database, !transactional, ofDuetsClass, faults) : idle.pop();
        SimulatedTransaction current = transactional ? transactions.current() : null;
        if (current == null) {
            backend.work(null);
        } else {
            enlist(backend, current);
        }
        lent++;
        return Partial.as(Connection.class, new LentConnection(this, backend));
    }

    private void enlist(Backend backend, SimulatedTransaction current) throws SQLException {
        if (current.status() != Status.STATUS_ACTIVE) {
            throw DriverErrors.ofThePool("cannot enlist", new RollbackException("marked for rollback"));
        }
        if (backend.isInOldBranch() || faults.strike("the manager does not take the connection")) {
            if (transactions.habit().lendsWithoutBranch() && faults.choose(true, false)) {
                backend.vanish();
                current.lost(backend);
                return;
            }
            backend.die();
            throw DriverErrors.ofThePool("cannot enlist", new SystemException("start failed"));
        }
        backend.work(current.enlist(database, backend));
    }

    /** Whatever may happen at any time. */
    void passTime() {
        transactions.passTime();
    }

    /** Takes a connection back. */
    void takeBack(Backend backend) {
        lent--;
        if (backend.isAlive()) {
            idle.push(backend);
        }
    }
}
