package org.duetdb.benchmark.server.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** Accounts through a session. */
@Path("accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final String SELECT =
            "SELECT id, name, email, balance, active, visits, note, created_at FROM accounts";

    @Inject
    @Database
    private DbSession session;

    /** Returns one account. */
    @GET
    @Path("{id}")
    public Row one(@PathParam("id") long id) {
        return session.queryOne(SELECT + " WHERE id = $1", id);
    }

    /** Returns a hundred accounts, from that one on. */
    @GET
    @Path("{id}/page")
    public List<Row> page(@PathParam("id") long id) {
        return session.query(SELECT + " WHERE id BETWEEN $1 AND $2 ORDER BY id", id, id + 99);
    }
}
