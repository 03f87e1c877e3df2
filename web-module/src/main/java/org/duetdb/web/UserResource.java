package org.duetdb.web;

import static org.duetdb.web.problem.ProblemType.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;
import org.duetdb.web.input.Page;
import org.duetdb.web.input.UserData;
import org.duetdb.web.problem.ProblemException;

/** The users. Every method is one statement, and needs no transaction around it. */
@Path("api/users")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private static final String COLUMNS = "id, name, email, created_at AS \"createdAt\"";

    @Inject
    @Database
    private DbSession primary;

    @Inject
    @Database(read = true)
    private DbSession replica;

    /** Lists users by their number. */
    @GET
    public List<Row> list(@QueryParam("limit") String limit, @QueryParam("offset") String offset) {
        Page page = Page.of(limit, offset);
        return replica.query(
                "SELECT " + COLUMNS + " FROM users ORDER BY id LIMIT $1 OFFSET $2", page.limit(), page.offset());
    }

    /** Adds a user. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(UserData user) {
        Row created = primary.queryOne(
                "INSERT INTO users (name, email) VALUES ($1, $2) RETURNING " + COLUMNS, user.name(), user.email());
        return Locations.created(UserResource.class, created);
    }

    /** Shows a user. */
    @GET
    @Path("{id}")
    public Row show(@PathParam("id") long id) {
        return only(replica.query("SELECT " + COLUMNS + " FROM users WHERE id = $1", id));
    }

    /** Replaces the data of a user. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Row replace(@PathParam("id") long id, UserData user) {
        return only(primary.query(
                "UPDATE users SET name = $1, email = $2 WHERE id = $3 RETURNING " + COLUMNS,
                user.name(),
                user.email(),
                id));
    }

    /** Removes a user, unless there are orders of theirs. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") long id) {
        only(primary.query("DELETE FROM users WHERE id = $1 RETURNING id", id));
    }

    private static Row only(List<Row> users) {
        return users.stream().findFirst().orElseThrow(() -> new ProblemException(NOT_FOUND, "There is no such user."));
    }
}
