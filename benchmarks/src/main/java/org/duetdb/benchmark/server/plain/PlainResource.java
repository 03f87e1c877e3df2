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
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts visits in two databases. */
@Path("accounts/{id}")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class PlainResource {

    private static final String COUNT = "UPDATE visits SET n = n + 1 WHERE id = ?";

    private static final String READ = "SELECT n FROM visits WHERE id = ?";

    @Resource(lookup = "java:app/first")
    private DataSource first;

    @Resource(lookup = "java:app/replica")
    private DataSource replica;

    @Resource(lookup = "java:app/second")
    private DataSource second;

    /** Counts in the first. */
    @GET
    @Path("write")
    @Transactional
    public String write(@PathParam("id") long id) throws SQLException {
        count(first, id);
        return "counted";
    }

    /** Counts in the first, and reads the count of its replica. */
    @GET
    @Path("write-and-replica")
    @Transactional
    public String writeAndReplica(@PathParam("id") long id) throws SQLException {
        read(replica, id);
        count(first, id);
        return "counted";
    }

    private static long read(DataSource pool, long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

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
