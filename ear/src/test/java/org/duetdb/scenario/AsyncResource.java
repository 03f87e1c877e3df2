package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Row;

/** Methods that answer after they have returned. */
@Path("scenario/async")
public class AsyncResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(read = true)
    AsyncDbSession reader;

    @Inject
    LongWork work;

    @POST
    @Path("start")
    public String start(@QueryParam("key") String key) {
        work.start(key);
        return "started";
    }

    @POST
    @Path("finish")
    public CompletionStage<String> finish(@QueryParam("key") String key) {
        return work.finish(key).thenApply(String::valueOf);
    }

    @GET
    @Path("rows")
    public CompletionStage<List<Row>> rows() {
        return reader.query("SELECT n FROM generate_series(1, 2) AS n");
    }

    @GET
    @Path("failure")
    public CompletionStage<List<Row>> failure() {
        return reader.query("SELECT 1 / 0 AS n");
    }

    /** Work that begins and ends on the thread of the method is as good as anywhere. */
    @POST
    @Path("work")
    public CompletionStage<String> work(@QueryParam("key") String key) {
        long rows = main.transaction(() -> main.execute("INSERT INTO scenario (key) VALUES ($1)", key));
        return CompletableFuture.completedFuture(rows + " " + main.state());
    }

    @POST
    @Path("begin")
    public CompletionStage<String> begin() {
        return CompletableFuture.completedFuture(refusal());
    }

    @POST
    @Path("begin-suspended")
    public void suspended(@Suspended AsyncResponse response) {
        response.resume(refusal());
    }

    private String refusal() {
        try {
            main.begin();
            return "begun";
        } catch (IllegalTransactionStateException refused) {
            return refused.code();
        }
    }
}
