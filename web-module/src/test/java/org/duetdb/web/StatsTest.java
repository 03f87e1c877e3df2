package org.duetdb.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StatsTest {

    @Test
    void json_noOrders_averageIsNullAndRevenueHasTwoPlaces() {
        assertThat(json(Stats.of(0, BigDecimal.ZERO, 0L)))
                .isEqualTo("{\"totalOrders\":0,\"revenue\":0.00,\"averageOrder\":null,\"events\":0}");
    }

    @Test
    void json_analyticsAway_eventsIsNull() {
        assertThat(json(Stats.of(2, new BigDecimal("107.20"), null)))
                .isEqualTo("{\"totalOrders\":2,\"revenue\":107.20,\"averageOrder\":53.60,\"events\":null}");
    }

    @Test
    void average_halfACent_goesToTheEvenNeighbour() {
        assertThat(Stats.of(2, new BigDecimal("0.05"), null).averageOrder()).isEqualTo("0.02");
        assertThat(Stats.of(2, new BigDecimal("0.07"), null).averageOrder()).isEqualTo("0.04");
    }

    private static String json(Object entity) {
        return JsonbBuilder.create().toJson(entity);
    }
}
