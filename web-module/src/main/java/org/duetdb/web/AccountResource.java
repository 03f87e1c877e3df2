package org.duetdb.web;

import static org.duetdb.web.problem.ProblemType.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;
import org.duetdb.web.problem.ProblemException;

/** The accounts. */
@Path("api/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    @Inject
    @Database(read = true)
    private DbSession replica;

    /** Shows an account. */
    @GET
    @Path("{id}")
    public Row show(@PathParam("id") long id) {
        return replica.query("SELECT id, owner, balance FROM accounts WHERE id = $1", id).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(NOT_FOUND, "There is no such account."));
    }
}
