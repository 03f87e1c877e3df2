package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.ResultStream;
import org.duetdb.Row;

/** Rows as responses, read before or while they are written. */
@Path("scenario/stream")
@Produces(MediaType.APPLICATION_JSON)
public class StreamResource {

    private static final String NUMBERS =
            "SELECT n, repeat('x', $2::int) AS filler FROM generate_series(1, $1::int) AS n";

    private static final String KINDS = """
            SELECT 1::smallint AS a, 2 AS b, 9007199254740993 AS c, 1.50::numeric(5,2) AS d, 'NaN'::float8 AS e,
                0.1::float4 AS f, true AS g, 'ä "x"' AS h, '\\x00ff'::bytea AS i, date 'infinity' AS j,
                time '24:00' AS k, timestamp '2024-05-06 07:08' AS l, timestamptz '2024-05-06 07:08:09.5+02' AS m,
                uuid '00112233-4455-6677-8899-aabbccddeeff' AS n, jsonb '{"p": [1.10, null, "q"]}' AS o,
                ARRAY[1, NULL, 3] AS p, NULL::text AS q, 'infinity'::float4 AS r
            """;

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    @Database(alias = "analytics", read = true)
    DbSession analytics;

    /** What may be made of a row. */
    public record Pair(int left, String right) {}

    @GET
    @Path("numbers")
    public ResultStream<Row> numbers(@QueryParam("count") int count, @QueryParam("filler") int filler) {
        return replica.stream(NUMBERS, count, filler);
    }

    @GET
    @Path("records")
    public ResultStream<Pair> records() {
        return replica.stream(Pair.class, "SELECT n AS left, 'r' || n AS right FROM generate_series(1, 2) AS n");
    }

    @GET
    @Path("values")
    public ResultStream<String> values() {
        return replica.stream(String.class, "SELECT 'r' || n FROM generate_series(1, 2) AS n");
    }

    @GET
    @Path("kinds")
    public ResultStream<Row> kinds() {
        return replica.stream(KINDS);
    }

    @GET
    @Path("kinds-list")
    public List<Row> kindsList() {
        return replica.query(KINDS);
    }

    @GET
    @Path("kinds-row")
    @Produces("application/vnd.scenario+json;charset=ISO-8859-1")
    public Row kindsRow() {
        return replica.queryOne(KINDS);
    }

    /** Fails at the row of that number. */
    @GET
    @Path("failure")
    public ResultStream<Row> failure(@QueryParam("at") int at) {
        return replica.stream("""
                SELECT n, 1 / ($1::int - n) AS q, repeat('x', 100) AS filler FROM generate_series(1, 1000000) AS n
                """, at);
    }

    @GET
    @Path("invalid")
    public ResultStream<Row> invalid() {
        return replica.stream("SELECT nothing FROM nowhere");
    }

    @GET
    @Path("analytics")
    public ResultStream<Row> analytics() {
        return analytics.stream("SELECT 1 AS one");
    }

    /** The stream begins after the commit, and outside the transaction. */
    @POST
    @Path("committed")
    public ResultStream<Row> committed(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        return main.stream("SELECT key FROM scenario ORDER BY key");
    }

    /** The stream begins inside the transaction, and has ended with it when it is to be written. */
    @GET
    @Path("begun")
    public ResultStream<Row> begun() {
        main.begin();
        ResultStream<Row> numbers = main.stream(NUMBERS, 10, 1);
        numbers.iterator().next();
        return numbers;
    }

    /** The session belongs to the thread of the request, and another one is to write. */
    @GET
    @Path("asynchronous")
    public CompletionStage<ResultStream<Row>> asynchronous() {
        ResultStream<Row> numbers = replica.stream(NUMBERS, 10, 1);
        return CompletableFuture.supplyAsync(
                () -> numbers, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }
}
