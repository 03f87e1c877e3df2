package org.duetdb.transaction;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;

/** The transaction of a request. */
@RequestScoped
public class RequestTransaction extends SessionTransaction {

    /** For the client proxy. */
    protected RequestTransaction() {
        super(null, null);
    }

    /** Creates the one of a request. */
    @Inject
    protected RequestTransaction(Jta jta, RequestIds ids) {
        super(jta, ids.next());
    }

    /** Returns a session of the request, for its thread. */
    public JdbcDbSession session(ContainerDataSource source, SessionServices services) {
        return session(source, services, Thread.currentThread());
    }

    /** A unit of work ends before its request does; this is for the request that was torn down in the midst of one. */
    @PreDestroy
    void destroy() {
        tearDown();
    }
}
