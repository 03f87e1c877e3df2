package org.duetdb.web;

import static org.duetdb.web.problem.ProblemType.INSUFFICIENT_STOCK;
import static org.duetdb.web.problem.ProblemType.NOT_FOUND;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Row;
import org.duetdb.web.input.NewOrder;
import org.duetdb.web.problem.ProblemException;

/** The orders. Placing one changes the stock, the orders and the events together, or nothing. */
@Path("api/orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    @Inject
    @Database
    private DbSession shop;

    @Inject
    @Database(read = true)
    private DbSession replica;

    @Inject
    @Database(alias = "analytics")
    private DbSession analytics;

    /** Places an order. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(NewOrder wanted) {
        shop.begin();
        requireUser(wanted.userId());
        List<OrderItem> items = wanted.quantities().entrySet().stream()
                .map(item -> take(item.getKey(), item.getValue()))
                .toList();
        long id = Orders.insert(shop, wanted.userId(), items);
        Map<String, Object> order = Orders.find(shop, id).orElseThrow();
        analytics.execute(
                "INSERT INTO events (kind, payload) VALUES ($1, $2)",
                "order",
                Map.of("orderId", id, "userId", wanted.userId(), "total", order.get("total")));
        return Locations.created(OrderResource.class, order);
    }

    /** The lock keeps the user until the order refers to them. */
    private void requireUser(long user) {
        if (shop.query("SELECT id FROM users WHERE id = $1 FOR KEY SHARE", user).isEmpty()) {
            throw new ProblemException(NOT_FOUND, "userId: there is no such user.");
        }
    }

    private OrderItem take(long product, long quantity) {
        List<Row> taken = shop.query(
                "UPDATE products SET stock = stock - $1 WHERE id = $2 AND stock >= $1 RETURNING price",
                quantity,
                product);
        if (taken.isEmpty()) {
            throw shortage(product);
        }
        return new OrderItem(product, quantity, taken.get(0).get("price", BigDecimal.class));
    }

    private ProblemException shortage(long product) {
        return shop.query("SELECT id FROM products WHERE id = $1", product).isEmpty()
                ? new ProblemException(NOT_FOUND, "productId: there is no such product.")
                : new ProblemException(INSUFFICIENT_STOCK, "There is less of a product in stock than was ordered.");
    }

    /** Shows an order with its items. */
    @GET
    @Path("{id}")
    public Map<String, Object> show(@PathParam("id") long id) {
        return Orders.find(replica, id).orElseThrow(() -> new ProblemException(NOT_FOUND, "There is no such order."));
    }
}
