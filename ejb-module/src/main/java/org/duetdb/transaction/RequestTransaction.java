package org.duetdb.transaction;

import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;

/**
 * The transaction of a request. Its bean is a synthetic one: of a class, some containers look through all fields and
 * methods for resources to inject, at every request.
 */
public class RequestTransaction extends SessionTransaction {

    /** For the client proxy. */
    protected RequestTransaction() {
        super(null, null, null, null);
    }

    /** Creates the one of a request. */
    public RequestTransaction(TransactionServices services) {
        super(services.jta(), services.positions(), services.nextId(), new Writes());
    }

    /** Returns a session of the request, for its thread. */
    public JdbcDbSession session(ContainerDataSource source, SessionServices services) {
        return session(source, services, Thread.currentThread());
    }

    /** A unit of work ends before its request does; this is for the request that was torn down in the midst of one. */
    public void destroy() {
        tearDown();
    }
}
