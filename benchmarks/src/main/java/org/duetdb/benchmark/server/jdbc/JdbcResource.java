package org.duetdb.benchmark.server.jdbc;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Accounts through raw JDBC. */
@Path("accounts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JdbcResource {

    private static final String SELECT =
            "SELECT id, name, email, balance, active, visits, note, created_at FROM accounts";

    /** The pool of the session; looked up once. */
    @Resource(lookup = "jdbc/default/write")
    private DataSource pool;

    /** Returns one account. */
    @GET
    @Path("{id}")
    public Map<String, Object> one(@PathParam("id") long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new NotFoundException();
                }
                return row(result);
            }
        }
    }

    /** Returns a hundred accounts, from that one on. */
    @GET
    @Path("{id}/page")
    public List<Map<String, Object>> page(@PathParam("id") long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(SELECT + " WHERE id BETWEEN ? AND ? ORDER BY id")) {
            statement.setLong(1, id);
            statement.setLong(2, id + 99);
            try (ResultSet result = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", result.getLong(1));
        row.put("name", result.getString(2));
        row.put("email", result.getString(3));
        row.put("balance", result.getBigDecimal(4));
        row.put("active", result.getBoolean(5));
        row.put("visits", result.getInt(6));
        row.put("note", result.getString(7));
        row.put("created_at", result.getObject(8, OffsetDateTime.class));
        return row;
    }
}
