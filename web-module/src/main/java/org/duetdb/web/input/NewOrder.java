package org.duetdb.web.input;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A wish to order.
 *
 * @param userId who orders
 * @param quantities how many of each product, by its number: the order in which products are locked
 */
public record NewOrder(long userId, SortedMap<Long, Long> quantities) implements Body {

    static NewOrder of(Fields fields) {
        long userId = fields.integer("userId");
        SortedMap<Long, Long> quantities = new TreeMap<>();
        for (Fields item : fields.objects("items")) {
            quantities.merge(item.integer("productId"), item.integer("quantity", 1, Integer.MAX_VALUE), Long::sum);
        }
        return new NewOrder(userId, quantities);
    }
}
