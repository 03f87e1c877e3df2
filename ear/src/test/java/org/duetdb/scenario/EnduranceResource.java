package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** What requests do, day in, day out. */
@Path("scenario/endurance")
public class EnduranceResource {

    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database(alias = "small", read = true)
    DbSession small;

    @GET
    @Path("row")
    public Row row() {
        return main.queryOne("SELECT count(*) AS n FROM scenario_parent");
    }

    @POST
    @Path("both")
    public void both(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        analytics.execute(INSERT, key);
    }

    /** The second row is the first one again. */
    @POST
    @Path("violation")
    public void violation(@QueryParam("key") String key) {
        both(key);
        analytics.execute(INSERT, key);
    }

    @POST
    @Path("failure")
    public void failure(@QueryParam("key") String key) {
        both(key);
        throw new IllegalStateException("after all was written");
    }

    @GET
    @Path("timeout")
    public List<Row> timeout() {
        return small.query("SELECT pg_sleep(30)");
    }
}
