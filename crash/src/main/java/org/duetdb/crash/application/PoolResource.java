package org.duetdb.crash.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.duetdb.DatabaseStatus;
import org.duetdb.Databases;

/** The pools as the application sees them. */
@Path("pools")
public class PoolResource {

    @Inject
    private Databases databases;

    /** Returns how many connections are lent, of all pools together. */
    @GET
    @Path("in-use")
    public String inUse() {
        int lent = 0;
        for (DatabaseStatus status : databases.status()) {
            Integer inUse = status.pool().inUse();
            lent += inUse == null ? 0 : inUse;
        }
        return Integer.toString(lent);
    }

    /** Answers as soon as the application does. */
    @GET
    @Path("ready")
    public String ready() {
        return "ready";
    }
}
