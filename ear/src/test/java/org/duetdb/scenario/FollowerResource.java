package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CompletionStage;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.Role;

/** Writing in one request, and reading in another. */
@Path("scenario/follower")
public class FollowerResource {

    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";

    @Inject
    @Database(alias = "follower")
    DbSession main;

    @Inject
    @Database(alias = "follower", read = true)
    DbSession replica;

    @Inject
    @Database(alias = "follower")
    AsyncDbSession later;

    @Inject
    Databases databases;

    @GET
    public String look(@QueryParam("key") String key) {
        return Look.at(replica, key);
    }

    /** In a transaction that has not written yet. */
    @POST
    @Path("inside")
    public String inside(@QueryParam("key") String key) {
        main.begin();
        String seen = Look.at(replica, key);
        main.execute(INSERT, key + "-inside");
        return seen + ", " + Look.at(replica, key + "-inside");
    }

    @GET
    @Path("rows")
    public String rows(@QueryParam("key") String key) {
        try (var rows = replica.stream(String.class, "SELECT key FROM scenario WHERE key = $1", key)) {
            return String.join(" ", rows.rows().toList());
        }
    }

    @POST
    @Path("transaction")
    public String transaction(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        return "written";
    }

    @POST
    @Path("alone")
    public String alone(@QueryParam("key") String key) {
        main.execute(INSERT, key);
        return "written";
    }

    @POST
    @Path("later")
    public CompletionStage<String> later(@QueryParam("key") String key) {
        return later.execute(INSERT, key).thenApply(rows -> "written");
    }

    @POST
    @Path("failing")
    public String failing(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        throw new IllegalStateException("on purpose");
    }

    /** One piece of work that writes, and another one that reads. */
    @POST
    @Path("jobs")
    public String jobs(@QueryParam("key") String key) {
        String position;
        try (OpenSession job = databases.open("follower", Role.WRITE)) {
            job.begin();
            job.execute(INSERT, key);
            job.commit();
            position = job.position().orElseThrow();
        }
        try (OpenSession knowing = databases.open("follower", Role.READ, position);
                OpenSession unknowing = databases.open("follower", Role.READ, null)) {
            return Look.at(knowing, key) + ", " + Look.at(unknowing, key);
        }
    }
}
