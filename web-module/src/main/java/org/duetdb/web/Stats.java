package org.duetdb.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Figures of the shop.
 *
 * @param totalOrders how many orders there are
 * @param revenue what they add up to
 * @param averageOrder what one is worth on average; null if there is none
 * @param events how many events were recorded; null if it cannot be known at the moment
 */
@JsonbNillable
@JsonbPropertyOrder({"totalOrders", "revenue", "averageOrder", "events"})
public record Stats(long totalOrders, BigDecimal revenue, BigDecimal averageOrder, Long events) {

    static Stats of(long totalOrders, BigDecimal revenue, Long events) {
        return new Stats(totalOrders, revenue.setScale(2), average(totalOrders, revenue), events);
    }

    private static BigDecimal average(long totalOrders, BigDecimal revenue) {
        return totalOrders == 0 ? null : revenue.divide(BigDecimal.valueOf(totalOrders), 2, RoundingMode.HALF_EVEN);
    }
}
