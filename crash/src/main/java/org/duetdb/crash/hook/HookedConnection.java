package org.duetdb.crash.hook;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionEventListener;
import javax.sql.StatementEventListener;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** A physical connection whose resource is watched. */
record HookedConnection(XAConnection inner, Trap trap) implements XAConnection {

    @Override
    public XAResource getXAResource() throws SQLException {
        return new HookedResource(inner.getXAResource(), trap);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return inner.getConnection();
    }

    @Override
    public void close() throws SQLException {
        inner.close();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        inner.addConnectionEventListener(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        inner.removeConnectionEventListener(listener);
    }

    @Override
    public void addStatementEventListener(StatementEventListener listener) {
        inner.addStatementEventListener(listener);
    }

    @Override
    public void removeStatementEventListener(StatementEventListener listener) {
        inner.removeStatementEventListener(listener);
    }
}
