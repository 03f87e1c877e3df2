package org.duetdb.launch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.duetdb.Database;

/** Asks for an entity manager of an alias without entities. */
@Path("lonely")
@RequestScoped
public class LonelyResource {

    @Inject
    @Database(alias = "analytics")
    EntityManager entities;

    /** Is never answered: the application is not deployed. */
    @GET
    public String open() {
        return String.valueOf(entities.isOpen());
    }
}
