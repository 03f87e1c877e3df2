package org.duetdb.xa;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGPooledConnection;

/**
 * A physical connection in the pool of a server. Handles, their statements and the events for the pool are the
 * driver's; branches are not.
 */
final class BranchConnection extends PGPooledConnection implements XAConnection {

    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Backend backend;
    private final BranchResource resource;
    private final Origin origin;
    private final boolean ages;
    private final long dueNanos;
    private final long madeNanos = System.nanoTime();
    private final Placement placement;
    private final Validity validity;
    private boolean closed;

    BranchConnection(BaseConnection physical, Pool pool, Placement placement) {
        super(physical, true, true);
        this.placement = placement;
        this.backend = new Backend(physical);
        this.resource = new BranchResource(backend, pool);
        this.origin = pool.origin();
        this.validity = new Validity(pool.validationPeriod());
        long longest = pool.maxLifetime().toNanos();
        this.ages = longest > 0;
        // Connections that were made together are not all retired together.
        this.dueNanos = System.nanoTime()
                + longest
                - (longest > 10 ? ThreadLocalRandom.current().nextLong(longest / 10) : 0);
    }

    @Override
    public XAResource getXAResource() {
        return resource;
    }

    /** A new handle; the one before is closed. What was left of a local transaction is rolled back. */
    @Override
    public Connection getConnection() throws SQLException {
        return handle(false);
    }

    /** Returns the only handle: the connection ends when that is closed. */
    Connection alone() throws SQLException {
        return handle(true);
    }

    private Connection handle(boolean only) throws SQLException {
        Connection handle = super.getConnection();
        if (!isInBranch()) {
            if (!backend.isIdle()) {
                backend.command("ROLLBACK");
            }
            handle.setAutoCommit(true);
        }
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class, PGConnection.class},
                new HandleMethods(handle, this, only));
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            placement.left();
        }
        resource.closed();
        super.close();
    }

    boolean isInBranch() {
        return resource.isInBranch();
    }

    /** Returns whether the branch has written. */
    boolean checkBeforeCommit() throws SQLException {
        return resource.check();
    }

    /** Returns whether the next transaction may have the connection as it is. */
    boolean isClean() {
        return !isInBranch() && !backend.isLost() && backend.isIdle();
    }

    /**
     * Returns whether a pool may lend the connection. One that is to be replaced says no, if it can be without
     * disturbing anybody.
     *
     * @param driver the driver's answer, for which it asks the server
     */
    boolean isValid(Validity.Question driver) throws SQLException {
        if (isInBranch() || backend.isLost()) {
            return driver.ask();
        }
        return !isDue() && validity.holds(driver);
    }

    private boolean isDue() {
        return isTooOld() || isToBeLeft();
    }

    private boolean isTooOld() {
        return ages && System.nanoTime() - dueNanos >= 0;
    }

    /** Whether another server is to be used: another replica, or, to write, any that is no standby. */
    private boolean isToBeLeft() {
        return isOnStandbyToWrite() || backend.isIdle() && placement.isToBeLeft(backend);
    }

    /** A new connection is not asked: there is no better. */
    private boolean isOnStandbyToWrite() {
        return origin.role() == Role.WRITE && backend.isOnStandby() && System.nanoTime() - madeNanos > SETTLED_NANOS;
    }

    /** Returns what is known of the servers to read from; null if there is no choice. */
    String replicas() {
        return placement.replicas();
    }

    Origin origin() {
        return origin;
    }
}
