package org.duetdb.launch;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Counts visits. */
@Path("visits")
public class VisitResource {

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    /** Adds a visit, and returns how many there are. */
    @POST
    public String visit() {
        analytics.begin();
        analytics.execute("CREATE TABLE IF NOT EXISTS visits (at timestamptz NOT NULL DEFAULT now())");
        analytics.execute("INSERT INTO visits DEFAULT VALUES");
        return count();
    }

    /** Adds a visit and fails, with an exception that nobody maps. */
    @POST
    @Path("undone")
    public String undone() {
        analytics.begin();
        analytics.execute("INSERT INTO visits DEFAULT VALUES");
        throw new IllegalStateException("on purpose");
    }

    /** Returns how many there are. */
    @GET
    public String count() {
        return String.valueOf(
                analytics.queryOne("SELECT count(*) AS n FROM visits").get("n"));
    }
}
