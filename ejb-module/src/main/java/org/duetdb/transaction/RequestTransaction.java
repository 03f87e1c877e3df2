package org.duetdb.transaction;

import java.util.IdentityHashMap;
import java.util.Map;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;

/**
 * The transaction of a request. Its bean is a synthetic one: of a class, some containers look through all fields and
 * methods for resources to inject, at every request.
 */
public class RequestTransaction extends SessionTransaction {

    /** Made with the first session: most of what a request does not use it does not pay for. */
    private Map<ContainerDataSource, JdbcDbSession> sessions = Map.of();

    /** For the client proxy. */
    protected RequestTransaction() {
        super(null, null, null, null);
    }

    /** Creates the one of a request. */
    public RequestTransaction(TransactionServices services) {
        super(services.jta(), services.positions(), services.nextId(), new Writes());
    }

    /** Returns the session of the request, for its thread: always the same. */
    public JdbcDbSession session(ContainerDataSource source, SessionServices services) {
        if (sessions.isEmpty()) {
            sessions = new IdentityHashMap<>(4);
        }
        return sessions.computeIfAbsent(source, absent -> session(source, services, Thread.currentThread()));
    }

    /** A unit of work ends before its request does; this is for the request that was torn down in the midst of one. */
    public void destroy() {
        sessions.values().forEach(JdbcDbSession::close);
        tearDown();
    }
}
