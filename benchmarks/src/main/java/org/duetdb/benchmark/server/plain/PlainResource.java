package org.duetdb.benchmark.server.plain;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts visits in two databases. */
@Path("accounts/{id}")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class PlainResource {

    private static final String COUNT = "UPDATE visits SET n = n + 1 WHERE id = ?";

    @Resource(lookup = "java:app/first")
    private DataSource first;

    @Resource(lookup = "java:app/second")
    private DataSource second;

    /** Counts in both. */
    @GET
    @Path("two-writes")
    @Transactional
    public String twoWrites(@PathParam("id") long id) throws SQLException {
        count(first, id);
        count(second, id);
        return "counted";
    }

    private static void count(DataSource pool, long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
