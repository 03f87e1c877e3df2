package org.duetdb.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void of_oddNumberOfValues_takesThoseInTheMiddleAndAtTheQuarters() {
        assertThat(Spread.of(DoubleStream.of(5, 1, 4, 2, 3))).isEqualTo(new Spread(3, 2, 4));
    }

    @Test
    void of_evenNumberOfValues_interpolates() {
        assertThat(Spread.of(DoubleStream.of(1, 2, 3, 4))).isEqualTo(new Spread(2.5, 1.75, 3.25));
    }

    @Test
    void of_oneValue_isThatValue() {
        assertThat(Spread.of(DoubleStream.of(7))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void of_noValue_isRefused() {
        assertThatThrownBy(() -> Spread.of(DoubleStream.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofRatios_roundsThatAreAllSlower_changeNothing() {
        assertThat(Spread.ofRatios(new double[] {2, 20, 200}, new double[] {1, 10, 100}))
                .isEqualTo(new Spread(2, 2, 2));
    }

    @Test
    void toString_quartilesThatSayNothingMore_areLeftOut() {
        assertThat(new Spread(1.021, 0.99, 1.05)).hasToString("1.02 (0.99–1.05)");
        assertThat(new Spread(1.001, 0.999, 1.004)).hasToString("1.00");
    }
}
