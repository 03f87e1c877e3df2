package org.duetdb.benchmark.server.commit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Counts visits, in one database or in two. */
@Path("accounts/{id}")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class CommitResource {

    private static final String COUNT = "UPDATE visits SET n = n + 1 WHERE id = $1";
    private static final String READ = "SELECT n FROM visits WHERE id = $1";

    @Inject
    @Database
    private DbSession first;

    @Inject
    @Database(read = true)
    private DbSession replica;

    @Inject
    @Database(alias = "analytics")
    private DbSession second;

    /** Counts in the first. */
    @GET
    @Path("write")
    public String write(@PathParam("id") long id) {
        first.transaction(() -> count(first, id));
        return "counted";
    }

    /** Counts in the first, and reads the count of its replica. */
    @GET
    @Path("write-and-replica")
    public String writeAndReplica(@PathParam("id") long id) {
        first.transaction(() -> {
            replica.queryOne(READ, id);
            count(first, id);
        });
        return "counted";
    }

    /** Counts in the first, and reads the count of the second. */
    @GET
    @Path("write-and-read")
    public String writeAndRead(@PathParam("id") long id) {
        first.transaction(() -> {
            second.queryOne(READ, id);
            count(first, id);
        });
        return "counted";
    }

    /** Counts in both. */
    @GET
    @Path("two-writes")
    public String twoWrites(@PathParam("id") long id) {
        first.transaction(() -> {
            count(first, id);
            count(second, id);
        });
        return "counted";
    }

    private static void count(DbSession session, long id) {
        session.execute(COUNT, id);
    }
}
