package org.duetdb.transaction;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import org.duetdb.AsyncDbSession;
import org.duetdb.datasource.ContainerDataSource;

/** Makes asynchronous sessions. For use by any thread. */
@ApplicationScoped
public class AsyncSessions {

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private OpenSessions sessions;

    @Inject
    private RequestTransaction request;

    /** Returns the one of a database. */
    public AsyncDbSession of(ContainerDataSource source) {
        return new ContainerAsyncSession(source, this);
    }

    /** Returns the container's executor, which takes the context of the application along. */
    ManagedExecutorService threads() {
        return threads;
    }

    /** Returns what work that begins now has to know of the request that it begins in, if there is one. */
    Writes writes() {
        try {
            return request.sharedWrites();
        } catch (ContextNotActiveException none) {
            return new Writes();
        }
    }

    OpenSessions sessions() {
        return sessions;
    }
}
