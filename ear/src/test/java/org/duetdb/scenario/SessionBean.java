package org.duetdb.scenario;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** A session bean whose transactions are the container's. */
@Stateless
public class SessionBean {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    /** Writes in both databases, in the transaction of the call. */
    public String write(String key) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return main.state().name();
    }

    /** Writes the same key twice. */
    public void writeTwice(String key) {
        write(key);
        write(key);
    }
}
