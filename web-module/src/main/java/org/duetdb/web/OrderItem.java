package org.duetdb.web;

import java.math.BigDecimal;

/**
 * One item of an order.
 *
 * @param product the number of the product
 * @param quantity how many of it
 * @param price what one costs
 */
record OrderItem(long product, long quantity, BigDecimal price) {

    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
