package org.duetdb.scenario;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** A resource without a path of its own: another one leads to it. */
@Dependent
public class LocatedResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @POST
    @Path("write")
    public String write(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return main.state().name();
    }

    @POST
    @Path("write-and-throw")
    public String writeAndThrow(@QueryParam("key") String key) {
        write(key);
        throw new IllegalStateException("on purpose");
    }
}
