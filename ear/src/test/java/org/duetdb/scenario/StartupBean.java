package org.duetdb.scenario;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.UUID;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Writes while the application starts. */
@Startup
@Singleton
public class StartupBean {

    private final String key = "startup-" + UUID.randomUUID();

    @Inject
    @Database
    DbSession main;

    private String state;

    @PostConstruct
    void write() {
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        state = main.state().name();
    }

    /** Returns the key that was written, for no other start. */
    public String key() {
        return key;
    }

    /** Returns the state of the session while it wrote. */
    public String state() {
        return state;
    }
}
