package org.duetdb.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Transactions that the container begins and ends. */
@ApplicationScoped
public class ContainerTransactions {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    private void write(String key) {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
    }

    @Transactional
    public String writeBoth(String key) {
        write(key);
        return main.state() + " " + analytics.state();
    }

    @Transactional
    public String writeBothAndThrow(String key) {
        write(key);
        throw new IllegalStateException("on purpose");
    }

    @Transactional
    public String writeBothAndSwallow(String key) {
        write(key);
        try {
            main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        } catch (ConstraintViolationException ignored) {
            return "as if nothing had happened";
        }
        return "not violated";
    }

    @Transactional
    public String writeDeferred(String key) {
        write(key);
        main.execute("INSERT INTO scenario_child (key, parent) VALUES ($1, 'nobody')", key);
        return "not yet known to fail";
    }

    @Transactional
    public String begin() {
        main.begin();
        return "began";
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void writeInNew(String key) {
        write(key);
    }

    @Transactional
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public <T> T outsideTransactions(Supplier<T> work) {
        return work.get();
    }

    @Transactional
    public void failInside() {
        throw new IllegalStateException("on purpose");
    }
}
