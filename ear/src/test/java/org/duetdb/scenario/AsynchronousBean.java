package org.duetdb.scenario;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** A session bean that writes after its caller has gone on. */
@Stateless
public class AsynchronousBean {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    /** Writes in both databases, in the transaction of the call; returns the request that the sessions belong to. */
    @Asynchronous
    public Future<String> write(String key) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return new AsyncResult<>(main.requestId());
    }

    /** Writes in both databases, and throws. */
    @Asynchronous
    public Future<String> writeAndThrow(String key) {
        write(key);
        throw new IllegalStateException("on purpose");
    }
}
