package org.duetdb.data;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.scenario.model.Mark;

/** Works with a repository of Jakarta Data, and with sessions beside it. */
@Path("data/{key}")
@Produces(MediaType.TEXT_PLAIN)
public class DataResource {

    @Inject
    @Database(alias = "analytics")
    Marks marks;

    @Inject
    @Database(alias = "analytics", read = true)
    Marks reader;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database
    DbSession shop;

    /** Inserts a mark by the repository and a row of the same key in the other database, and counts both by SQL. */
    @POST
    @Transactional
    public String insert(@PathParam("key") String key) {
        marks.insert(new Mark(key));
        shop.execute("INSERT INTO scenario VALUES ($1)", key);
        return counted(key);
    }

    /** Does the same, and fails. */
    @POST
    @Path("failing")
    @Transactional
    public String insertAndFail(@PathParam("key") String key) {
        throw new IllegalStateException(insert(key));
    }

    /** Returns whether both roles of the repository find it. */
    @GET
    public String find(@PathParam("key") String key) {
        return marks.find(key).isPresent() + " " + !reader.like(key).isEmpty();
    }

    /** Deletes it by the repository, in one transaction with the other database. */
    @DELETE
    @Transactional
    public String delete(@PathParam("key") String key) {
        marks.delete(marks.find(key).orElseThrow());
        shop.execute("DELETE FROM scenario WHERE key = $1", key);
        return counted(key);
    }

    private String counted(String key) {
        String count = "SELECT count(*) FROM scenario WHERE key = $1";
        return analytics.queryOne(Integer.class, count, key) + " " + shop.queryOne(Integer.class, count, key);
    }
}
