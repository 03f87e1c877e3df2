package org.duetdb.xa;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
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

    private final Backend backend;
    private final BranchResource resource;
    private final Origin origin;
    private final boolean ages;
    private final long dueNanos;

    BranchConnection(BaseConnection physical, Pool pool) {
        super(physical, true, true);
        this.backend = new Backend(physical);
        this.resource = new BranchResource(backend, pool);
        this.origin = pool.origin();
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
                new HandleMethods(handle, this));
    }

    @Override
    public void close() throws SQLException {
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

    /** Whether the connection is to be replaced, and can be without disturbing anybody. */
    boolean isDue() {
        return ages && System.nanoTime() - dueNanos >= 0 && !isInBranch();
    }

    Origin origin() {
        return origin;
    }
}
