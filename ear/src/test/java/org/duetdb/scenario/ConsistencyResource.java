package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.ResultStream;

/** Reading after writing. Each method answers how many rows of the key the read role sees, and on which server. */
@Path("scenario/consistency")
public class ConsistencyResource {

    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    @Database
    AsyncDbSession later;

    @Inject
    @Database(read = true)
    AsyncDbSession laterReplica;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database(alias = "small")
    DbSession small;

    @Inject
    @Database(alias = "small", read = true)
    DbSession smallReader;

    @GET
    public String look(@QueryParam("key") String key) {
        return Look.at(replica, key);
    }

    @GET
    @Path("rows")
    public String rows(@QueryParam("key") String key) {
        try (ResultStream<String> rows =
                replica.stream(String.class, "SELECT key || pg_is_in_recovery() FROM scenario WHERE key = $1", key)) {
            return String.join(" ", rows.rows().toList());
        }
    }

    /** Reads for a long while on a standby. */
    @GET
    @Path("slowly")
    public String slowly(@QueryParam("key") String key) {
        return replica.queryOne(
                String.class,
                "SELECT key || pg_is_in_recovery() FROM scenario, pg_sleep(CASE WHEN pg_is_in_recovery() THEN 30 ELSE 0 END) WHERE key = $1",
                key);
    }

    @POST
    @Path("alone")
    public String alone(@QueryParam("key") String key) {
        main.execute(INSERT, key);
        return Look.at(replica, key);
    }

    @POST
    @Path("many")
    public String many(@QueryParam("key") String key) {
        main.executeMany(INSERT, List.of(List.of(key), List.of(key + "2")));
        return Look.at(replica, key);
    }

    @POST
    @Path("open")
    public String open(@QueryParam("key") String key, @QueryParam("sql") String sql) {
        main.begin();
        main.query(sql, key);
        return Look.at(replica, key);
    }

    @POST
    @Path("committed")
    public String committed(@QueryParam("key") String key) {
        main.transaction(() -> main.execute(INSERT, key));
        return Look.at(replica, key);
    }

    /** The second transaction has not written. */
    @POST
    @Path("committed-and-open")
    public String committedAndOpen(@QueryParam("key") String key) {
        main.transaction(() -> main.execute(INSERT, key));
        return main.transaction(() -> Look.at(replica, key));
    }

    @POST
    @Path("rolled-back")
    public String rolledBack(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        main.rollback();
        return Look.at(replica, key);
    }

    @POST
    @Path("undone")
    public String undone(@QueryParam("key") String key) {
        main.begin();
        try {
            main.transaction(() -> {
                main.execute(INSERT, key);
                throw new IllegalStateException("to be undone");
            });
        } catch (IllegalStateException wanted) {
            return Look.at(replica, key);
        }
        return "not thrown";
    }

    @POST
    @Path("only-read")
    public String onlyRead(@QueryParam("key") String key) {
        main.begin();
        main.query("SELECT key FROM scenario");
        return Look.at(replica, key);
    }

    @POST
    @Path("elsewhere")
    public String elsewhere(@QueryParam("key") String key) {
        main.begin();
        analytics.execute(INSERT, key);
        return Look.at(replica, key);
    }

    @Transactional
    @POST
    @Path("container")
    public String container(@QueryParam("key") String key) {
        main.execute(INSERT, key);
        return Look.at(replica, key);
    }

    /** Both fail, and neither is the transaction's failure. */
    @POST
    @Path("refused")
    public String refused(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        return failure("SELECT 1 / 0")
                + ' '
                + failure("INSERT INTO scenario (key) VALUES ('never')")
                + ' '
                + Look.at(replica, key);
    }

    /** As before, on the primary and without a transaction. */
    @POST
    @Path("refused-alone")
    public String refusedAlone(@QueryParam("key") String key) {
        main.execute(INSERT, key);
        return failure("INSERT INTO scenario (key) VALUES ('never') RETURNING key") + ' ' + Look.at(replica, key);
    }

    private String failure(String sql) {
        try {
            replica.query(sql);
            return "none";
        } catch (DatabaseException failure) {
            return failure.sqlState();
        }
    }

    /** Writes while the rows are read. */
    @POST
    @Path("streamed")
    public String streamed(@QueryParam("key") String key) {
        main.begin();
        for (int i = 0; i < 3; i++) {
            main.execute(INSERT, key + i);
        }
        return readWhileWriting(key);
    }

    @POST
    @Path("streamed-alone")
    public String streamedAlone(@QueryParam("key") String key) {
        for (int i = 0; i < 3; i++) {
            main.execute(INSERT, key + i);
        }
        return readWhileWriting(key);
    }

    private String readWhileWriting(String key) {
        List<String> keys = new ArrayList<>();
        try (ResultStream<String> rows = replica.stream(
                        String.class, "SELECT key FROM scenario WHERE key LIKE $1 ORDER BY key", key + "%")
                .fetchSize(1)) {
            for (Iterator<String> each = rows.iterator(); each.hasNext(); ) {
                keys.add(each.next());
                main.execute(INSERT, "written-" + keys.size());
            }
        }
        return String.join(" ", keys);
    }

    @POST
    @Path("later-only-read")
    public CompletionStage<String> laterOnlyRead(@QueryParam("key") String key) {
        return laterReplica.call(session -> Look.at(session, key));
    }

    @POST
    @Path("read-later")
    public CompletionStage<String> readLater(@QueryParam("key") String key) {
        main.execute(INSERT, key);
        return laterReplica.call(session -> Look.at(session, key));
    }

    @POST
    @Path("written-later")
    public String writtenLater(@QueryParam("key") String key) {
        later.execute(INSERT, key).toCompletableFuture().join();
        return Look.at(replica, key);
    }

    /** Nobody closes the stream. */
    @POST
    @Path("streamed-open")
    public int streamedOpen(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        return replica.stream("SELECT key FROM scenario, generate_series(1, 10)")
                .fetchSize(1)
                .iterator()
                .next()
                .size();
    }

    /** The connection is the transaction's. */
    @POST
    @Path("lost")
    public String lost(@QueryParam("key") String key) {
        main.begin();
        main.execute(INSERT, key);
        return failure("SELECT pg_terminate_backend(pg_backend_pid())");
    }

    /** Its consistency is off. */
    @POST
    @Path("off")
    public String off(@QueryParam("key") String key) {
        small.begin();
        small.execute(INSERT, key);
        return Look.at(smallReader, key);
    }
}
