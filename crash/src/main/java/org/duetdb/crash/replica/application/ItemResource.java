package org.duetdb.crash.replica.application;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** Items that one request writes, and another one looks for. */
@Path("items")
public class ItemResource {

    /** What a look at an item has found. */
    public static final String THERE = "there";

    /** Where it was looked for. */
    public static final String ON_THE_REPLICA = "on the replica";

    @Inject
    @Database
    private DbSession session;

    @Inject
    @Database(read = true)
    private DbSession reader;

    /** Writes one. */
    @POST
    @Path("{id}")
    public void write(@PathParam("id") long id) {
        session.begin();
        session.execute("INSERT INTO item (id) VALUES ($1)", id);
    }

    /** Says whether it is there, and where. */
    @GET
    @Path("{id}")
    public String look(@PathParam("id") long id) {
        Row row = reader.queryOne(
                "SELECT EXISTS (SELECT FROM item WHERE id = $1) AS found, pg_is_in_recovery() AS standby", id);
        return (row.asBoolean("found") ? THERE : "not there") + " "
                + (row.asBoolean("standby") ? ON_THE_REPLICA : "on the primary");
    }
}
