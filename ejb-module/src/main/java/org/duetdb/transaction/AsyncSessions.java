package org.duetdb.transaction;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** Returns the one of a database. */
    public AsyncDbSession of(ContainerDataSource source) {
        return new ContainerAsyncSession(source, this);
    }

    /** Returns the container's executor, which takes the context of the application along. */
    ManagedExecutorService threads() {
        return threads;
    }

    OpenSessions sessions() {
        return sessions;
    }
}
