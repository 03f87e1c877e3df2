package org.duetdb.scenario;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.TransactionState;
import org.duetdb.UnitOfWork;

/** A bean that is no resource class, and a unit of work because it says so. */
@ApplicationScoped
public class UnitOfWorkBean {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    Instance<UnitOfWorkBean> self;

    @Resource
    ManagedExecutorService threads;

    /** Writes a row in a transaction that the end of the method commits. */
    @UnitOfWork
    public TransactionState begin(String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return main.state();
    }

    /** Writes a row in both databases, and throws what it is given. */
    @UnitOfWork
    public <X extends Throwable> void beginAndThrow(String key, X thrown) throws X {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        throw thrown;
    }

    /** Runs a unit of work on a thread that has no request, and returns the identifier it had. */
    public String requestIdElsewhere() throws Exception {
        Callable<String> work = () -> self.get().requestId();
        return threads.submit(work).get();
    }

    /** Returns the identifier of the request. */
    @UnitOfWork
    public String requestId() {
        return main.requestId();
    }
}
