package org.duetdb.scenario;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;

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

    /** Begins one of its own, which only the container may do for it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String begin(String key) {
        try {
            main.transaction(() -> write(key));
            return "begun";
        } catch (IllegalTransactionStateException refused) {
            return refused.code();
        }
    }

    /** Writes the same key twice. */
    public void writeTwice(String key) {
        write(key);
        write(key);
    }
}
