package org.duetdb.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** A bean that says nothing of units of work. */
@ApplicationScoped
public class BareBean {

    @Inject
    @Database
    DbSession main;

    /** Begins in the unit of work of whoever calls, if there is one. */
    public String begin() {
        main.begin();
        return main.state().name();
    }
}
