package org.duetdb.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** Figures from both databases. */
@Path("api/stats")
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {

    @Inject
    @Database(read = true)
    private DbSession shop;

    @Inject
    @Database(alias = "analytics", read = true)
    private DbSession analytics;

    /** Shows the figures, those of analytics only if it answers. */
    @GET
    public Stats show() {
        Row orders = shop.queryOne("SELECT count(*) AS count, coalesce(sum(total), 0) AS revenue FROM orders");
        return Stats.of(orders.get("count", Long.class), orders.get("revenue", BigDecimal.class), events());
    }

    private Long events() {
        try {
            return analytics.queryOne("SELECT count(*) AS count FROM events").get("count", Long.class);
        } catch (DatabaseException away) {
            return null;
        }
    }
}
