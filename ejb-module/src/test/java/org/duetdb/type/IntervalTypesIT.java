package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.duetdb.ServerVersion;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals, both ways, in every style that a server may write them. */
@ExtendWith(TypeDatabase.class)
class IntervalTypesIT {

    private static final int INFINITE_INTERVALS = 17;

    private final Exchange exchange;

    IntervalTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgres_verbose", "sql_standard", "iso_8601"})
    void interval_anyStyle_isIso8601(String style) throws SQLException {
        try (Exchange iso = exchange.with("SET intervalstyle = iso_8601");
                Exchange there = exchange.with("SET intervalstyle = " + style)) {
            for (String text : intervals()) {
                String expected = (String) iso.read("($1::interval)::text", text);
                assertThat(there.read("$1::interval", text)).isEqualTo(expected);
                assertThat(there.read("ARRAY[$1::interval, NULL]", text)).isEqualTo(Arrays.asList(expected, null));
            }
        }
    }

    private static List<String> intervals() {
        List<String> intervals = new ArrayList<>(List.of(
                "PT0S",
                "P1Y2M3DT4H5M6.7S",
                "P-1Y-2M-3DT-4H-5M-6.7S",
                "P1Y-3DT4H5M",
                "P-3DT4H5M6S",
                "P-3DT-4H-5M-6S",
                "P1M",
                "P-1M",
                "P1Y",
                "P12M",
                "P-13M",
                "PT-0.5S",
                "PT0.000001S",
                "P3D",
                "P-3D",
                "P1DT-1S",
                "P-1DT1S",
                "P-1M5D",
                "P1M-5D",
                "P1YT-1H",
                "PT2562047788H54.775807S",
                "PT36H",
                "P178000000Y"));
        if (ServerVersion.isAtLeast(INFINITE_INTERVALS)) {
            intervals.addAll(List.of("infinity", "-infinity"));
        }
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            intervals.add("P%dM%dDT%d.%06dS"
                    .formatted(
                            random.nextInt(-40, 40),
                            random.nextInt(-40, 40),
                            random.nextInt(-99999, 99999),
                            random.nextInt(1_000_000)));
        }
        return intervals;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT36H", "PT-0.5S", "PT8H6M12.345S", "PT-25H-0.000001S", "PT2562047788H54.775807S"})
    void duration_comesBack(String text) throws SQLException {
        Duration duration = Duration.parse(text);
        assertThat(exchange.roundTrip("interval", duration, Duration.class)).isEqualTo(duration);
        try (Exchange standard = exchange.with("SET intervalstyle = sql_standard")) {
            assertThat(standard.roundTrip("interval", duration, Duration.class)).isEqualTo(duration);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P1Y2M3D", "P-1Y-2M-3D", "P1Y-3D", "P100D", "P11M"})
    void period_comesBack(String text) throws SQLException {
        Period period = Period.parse(text);
        assertThat(exchange.roundTrip("interval", period, Period.class)).isEqualTo(period);
        try (Exchange standard = exchange.with("SET intervalstyle = sql_standard")) {
            assertThat(standard.roundTrip("interval", period, Period.class)).isEqualTo(period);
        }
    }

    @Test
    void period_yearsAndMonths_areNormalized() throws SQLException {
        assertThat(exchange.roundTrip("interval", Period.parse("P-1Y2M"), Period.class))
                .isEqualTo(Period.parse("P-10M"));
        assertThat(exchange.roundTrip("interval", Period.ofMonths(14), Period.class))
                .isEqualTo(Period.parse("P1Y2M"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 day", "1 mon", "1 year 01:00", "infinity"})
    void duration_ofDaysOrMonths_isAnError(String text) {
        assertUnreadable(Duration.class, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01:00", "1 day 00:00:00.000001", "-infinity"})
    void period_ofHours_isAnError(String text) {
        assertUnreadable(Period.class, text);
    }

    private void assertUnreadable(Class<?> wanted, String text) {
        if (text.endsWith("infinity")) {
            ServerVersion.assumeAtLeast(INFINITE_INTERVALS);
        }
        assertThatThrownBy(() -> exchange.readAs(wanted, "$1::interval", text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("of type interval, cannot be read as " + wanted.getName() + ": it is infinite");
    }

    @Test
    void duration_isTakenAsAnIntervalInArithmetic() throws SQLException {
        assertThat(exchange.read("timestamp '2026-01-01' + $1 = timestamp '2026-01-02 12:00'", Duration.ofHours(36)))
                .isEqualTo(true);
    }

    @Test
    void duration_tooLong_isAnErrorAndNotWrapped() {
        assertThatThrownBy(() -> exchange.roundTrip("interval", Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).startsWith("22"));
    }
}
