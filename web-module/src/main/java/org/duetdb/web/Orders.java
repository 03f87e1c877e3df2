package org.duetdb.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duetdb.DbSession;
import org.duetdb.Row;

/** Orders with their items, as the application shows them. */
final class Orders {

    private Orders() {}

    /** Returns the order with its items; empty if there is none. */
    static Optional<Map<String, Object>> find(DbSession session, long id) {
        List<Row> order = session.query(
                "SELECT id, user_id AS \"userId\", total, created_at AS \"createdAt\" FROM orders WHERE id = $1", id);
        return order.stream().findFirst().map(row -> withItems(row, items(session, id)));
    }

    private static List<Row> items(DbSession session, long order) {
        return session.query(
                "SELECT product_id AS \"productId\", quantity, price FROM order_items"
                        + " WHERE order_id = $1 ORDER BY product_id",
                order);
    }

    private static Map<String, Object> withItems(Row order, List<Row> items) {
        Map<String, Object> all = new LinkedHashMap<>(order);
        all.put("items", items);
        return all;
    }

    /** Stores an order of these items, and returns its number. */
    static long insert(DbSession session, long user, List<OrderItem> items) {
        BigDecimal total = items.stream().map(OrderItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        long id = session.queryOne("INSERT INTO orders (user_id, total) VALUES ($1, $2) RETURNING id", user, total)
                .get("id", Long.class);
        session.executeMany(
                "INSERT INTO order_items (order_id, product_id, quantity, price) VALUES ($1, $2, $3, $4)",
                items.stream()
                        .map(item -> List.of(id, item.product(), item.quantity(), item.price()))
                        .toList());
        return id;
    }
}
