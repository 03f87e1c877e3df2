package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.Role;
import org.duetdb.Row;

/** The edges: roles, states, backends, the response. */
@Path("scenario/boundary")
public class BoundaryResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    LocatedResource located;

    @POST
    @Path("read-insert")
    public String readInsert(@QueryParam("key") String key) {
        replica.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return "inserted";
    }

    @POST
    @Path("read-and-write")
    public String readAndWrite(@QueryParam("key") String key) {
        main.begin();
        Row row = replica.queryOne("SELECT pg_is_in_recovery() AS standby");
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return String.valueOf(row.get("standby"));
    }

    @POST
    @Path("failed-read")
    public String failedRead(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        try {
            replica.query("SELECT 1 / 0");
        } catch (DatabaseException failed) {
            return failed.sqlState();
        }
        return "not failed";
    }

    /** Which backend the request had, and when. */
    @POST
    @Path("backend")
    public Row backend() {
        main.begin();
        Row first = main.queryOne("SELECT pg_backend_pid() AS pid, clock_timestamp() AS since");
        Row last = main.queryOne("""
                SELECT $1::int AS pid, $2::timestamptz AS since, pg_backend_pid() AS same, clock_timestamp() AS until
                FROM pg_sleep(0.02)
                """, first.get("pid"), first.get("since"));
        return last;
    }

    @GET
    @Path("states")
    public String states() {
        StringBuilder states = new StringBuilder().append(main.state());
        main.query("SELECT 1 AS one");
        states.append(' ').append(main.state());
        main.begin();
        states.append(' ').append(main.state()).append(' ').append(main.isInTransaction());
        states.append(' ').append(replica.state());
        main.commit();
        states.append(' ').append(main.state()).append(' ').append(main.isInTransaction());
        main.begin();
        main.rollback();
        states.append(' ').append(main.state());
        return states.append(' ')
                .append(main.requestId().equals(replica.requestId()))
                .toString();
    }

    @Path("located")
    public LocatedResource located() {
        return located;
    }

    @POST
    @Path("begin-twice")
    public String beginTwice() {
        main.begin();
        main.begin();
        return "began twice";
    }

    /** The transaction is committed before the response is written, so the stream sees it from outside. */
    @POST
    @Path("stream")
    public StreamingOutput stream(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        String alias = main.alias();
        Role role = main.role();
        return out -> out.write((alias + " " + role + " " + main.state()).getBytes(StandardCharsets.UTF_8));
    }

    /** Would leave the thread with a transaction open: what follows on other threads would be outside it. */
    @POST
    @Path("asynchronous")
    public CompletionStage<String> asynchronous(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return CompletableFuture.supplyAsync(
                () -> "as if it had been committed", CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }
}
