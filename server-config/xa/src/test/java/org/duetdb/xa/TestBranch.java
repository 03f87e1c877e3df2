package org.duetdb.xa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A connection and its branch, as a pool and a manager use them. */
final class TestBranch implements AutoCloseable {

    private final XAConnection physical;
    private final Connection connection;
    private final XAResource resource;
    private final Xid xid;

    private TestBranch(XAConnection physical, Xid xid) throws SQLException {
        this.physical = physical;
        this.connection = physical.getConnection();
        this.resource = physical.getXAResource();
        this.xid = xid;
    }

    /** Not started yet. */
    static TestBranch on(DuetXADataSource datasource, Xid xid) throws SQLException {
        return new TestBranch(datasource.getXAConnection(), xid);
    }

    static TestBranch start(DuetXADataSource datasource, Xid xid) throws SQLException, XAException {
        TestBranch branch = on(datasource, xid);
        branch.resource.start(xid, XAResource.TMNOFLAGS);
        return branch;
    }

    /** A branch that wrote an item and has ended. */
    static TestBranch written(DuetXADataSource datasource, Xid xid, int item) throws SQLException, XAException {
        return start(datasource, xid)
                .execute("INSERT INTO item VALUES (" + item + ")")
                .end();
    }

    /** A serializable branch that read all items, wrote one and has ended: of two at a time one must lose. */
    static TestBranch serializable(DuetXADataSource datasource, int item) throws SQLException, XAException {
        return start(datasource, TestXid.next())
                .execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
                .execute("SELECT sum(id) FROM item")
                .execute("INSERT INTO item VALUES (" + item + ")")
                .end();
    }

    /** A branch that wrote an item and is prepared. */
    static TestBranch prepared(DuetXADataSource datasource, Xid xid, int item) throws SQLException, XAException {
        TestBranch branch = written(datasource, xid, item);
        branch.prepare();
        return branch;
    }

    TestBranch execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** Executes what fails, and goes on as if it had not. */
    TestBranch swallow(String sql) {
        try {
            execute(sql);
        } catch (SQLException e) {
            return this;
        }
        throw new AssertionError("did not fail: " + sql);
    }

    /** Returns null if nothing was checked. */
    String check() throws SQLException {
        return connection.getClientInfo("DuetCheckBeforeCommit");
    }

    TestBranch end() throws XAException {
        resource.end(xid, XAResource.TMSUCCESS);
        return this;
    }

    int prepare() throws XAException {
        return resource.prepare(xid);
    }

    void commit() throws XAException {
        resource.commit(xid, false);
    }

    void commitOnePhase() throws XAException {
        resource.commit(xid, true);
    }

    void rollback() throws XAException {
        resource.rollback(xid);
    }

    Xid xid() {
        return xid;
    }

    Connection connection() {
        return connection;
    }

    XAResource resource() {
        return resource;
    }

    XAConnection physical() {
        return physical;
    }

    /** The process of the server that works for this connection. */
    long pid() throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    @Override
    public void close() throws SQLException {
        physical.close();
    }
}
