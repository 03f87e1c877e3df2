package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** Fails as databases and pools do, for the client to be told. */
@Path("scenario/problem")
public class ProblemResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics", read = true)
    DbSession replica;

    @Inject
    @Database(alias = "analytics", read = true)
    DataSource pool;

    @GET
    @Path("no-row")
    public Row noRow(@QueryParam("key") String key) {
        return main.queryOne("SELECT key FROM scenario WHERE key = $1", key);
    }

    @GET
    @Path("invalid-value")
    public List<Row> invalidValue(@QueryParam("key") String key) {
        return main.query("SELECT $1::int AS number", key);
    }

    @GET
    @Path("statement-timeout")
    public List<Row> statementTimeout() {
        main.begin();
        main.execute("SET LOCAL statement_timeout = 50");
        return main.query("SELECT pg_sleep(30)");
    }

    @GET
    @Path("lock-timeout")
    public List<Row> lockTimeout() {
        main.begin();
        main.execute("SET LOCAL lock_timeout = 50");
        return main.query("SELECT key FROM scenario FOR UPDATE");
    }

    /** Holds all that the pool has, and asks for one more. */
    @GET
    @Path("pool-exhausted")
    public List<Row> poolExhausted(@QueryParam("size") int size) throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < size) {
                held.add(pool.getConnection());
            }
            return replica.query("SELECT 1 AS one");
        } finally {
            for (Connection one : held) {
                one.close();
            }
        }
    }
}
