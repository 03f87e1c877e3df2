package org.duetdb.scenario.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.Database;
import org.duetdb.model.Repository;

/** A repository with a method of its own. */
@ApplicationScoped
public class Guests extends Repository<Guest, UUID> {

    /** For the client proxy. */
    protected Guests() {}

    /** Creates one on the write role. */
    @Inject
    public Guests(@Database EntityManager entities) {
        super(Guest.class, entities);
    }

    /** Returns those of a name. */
    public List<Guest> named(String name) {
        return list(Map.of("name", name), 10, 0);
    }
}
