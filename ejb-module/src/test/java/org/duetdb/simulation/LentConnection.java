package org.duetdb.simulation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;

/** What the library calls of a {@link Connection} that the pool has lent. */
final class LentConnection {

    private final SimulatedPool pool;
    private final Backend backend;
    private boolean returned;

    LentConnection(SimulatedPool pool, Backend backend) {
        this.pool = pool;
        this.backend = backend;
    }

    public java.sql.Statement createStatement() throws SQLException {
        touch("createStatement");
        return Partial.as(java.sql.Statement.class, new OpenStatement(this, null));
    }

    public PreparedStatement prepareStatement(String sql) throws SQLException {
        touch("prepareStatement");
        return Partial.as(PreparedStatement.class, new OpenStatement(this, sql));
    }

    public String getClientInfo(String name) throws SQLException {
        touch("getClientInfo");
        if (!pool.isOfDuetsClass()) {
            return null;
        }
        if (name.equals("DuetIsClean")) {
            return Boolean.toString(backend.isClean());
        }
        backend.execute(Statement.of("SET CONSTRAINTS ALL IMMEDIATE", List.of()));
        return backend.hasWritten() ? "wrote" : "read";
    }

    public boolean isValid(int seconds) {
        return !returned && backend.isAlive();
    }

    public void abort(Executor executor) throws SQLException {
        if (returned) {
            throw DriverErrors.closed();
        }
        backend.die();
        if (pool.faults().strike("abort fails")) {
            throw DriverErrors.lost();
        }
    }

    public void close() throws SQLException {
        if (!returned) {
            returned = true;
            pool.takeBack(backend);
            if (pool.faults().strike("closing the connection fails")) {
                throw DriverErrors.ofThePool("the wrapper failed", null);
            }
        }
    }

    void touch(String call) throws SQLException {
        requireLent();
        backend.touch(call);
    }

    /** A call of a statement, or of a result. */
    void touchObject(String call) throws SQLException {
        pool.passTime();
        if (returned || !backend.isAlive()) {
            throw DriverErrors.objectClosed();
        }
        backend.touch(call);
    }

    Answer execute(Statement statement) throws SQLException {
        requireLent();
        return backend.execute(statement);
    }

    /** Meanwhile the transaction may have timed out, and the connection been taken away. */
    private void requireLent() throws SQLException {
        pool.passTime();
        if (returned) {
            throw DriverErrors.closed();
        }
    }
}
