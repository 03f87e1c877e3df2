package org.duetdb.scenario.close;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;

/** Uses a database in both roles, and closes it. */
@Path("scenario/close")
public class CloseResource {

    @Inject
    Databases databases;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database(alias = "analytics", read = true)
    DbSession reader;

    /** Leaves an idle connection in the pool of each role. */
    @GET
    public String use() {
        return analytics.queryOne(String.class, "SELECT 'used'") + reader.queryOne(String.class, "SELECT ' twice'");
    }

    /** Closes it in both roles. */
    @POST
    public String close() {
        databases.close("analytics");
        return "closed";
    }
}
