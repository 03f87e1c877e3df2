package org.duetdb.web.input;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A wish to order.
 *
 * @param userId who orders
 * @param quantities how many of each product, by its number: the order in which products are locked
 */
public record NewOrder(long userId, SortedMap<Long, Integer> quantities) implements Body {

    private static final int MOST_OF_AN_ITEM = 1000;

    static NewOrder of(Fields fields) {
        long userId = fields.integer("userId");
        SortedMap<Long, Integer> quantities = new TreeMap<>();
        for (Fields item : fields.objects("items")) {
            quantities.merge(item.integer("productId"), item.integer("quantity", 1, MOST_OF_AN_ITEM), Integer::sum);
        }
        return new NewOrder(userId, quantities);
    }
}
