package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.duetdb.InvalidStatementException;
import org.duetdb.JsonParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters that are refused, and what the others are for a place that says nothing. */
@ExtendWith(TypeDatabase.class)
class ParameterTypesIT {

    public record Address(String street, String city) {}

    private final Exchange exchange;

    ParameterTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(java.sql.Timestamp.valueOf(LocalDateTime.MIN.withYear(2026)), "toLocalDateTime()"),
                Arguments.of(new java.sql.Date(0), "pass toLocalDate()"),
                Arguments.of(new java.sql.Time(0), "pass toLocalTime()"),
                Arguments.of(new Date(0), "pass toInstant()"),
                Arguments.of(Calendar.getInstance(), "pass toInstant()"),
                Arguments.of(Year.of(2026), "pass getValue()"),
                Arguments.of(YearMonth.of(2026, 5), "pass a LocalDate"),
                Arguments.of(Optional.of("secret"), "pass orElse(null)"),
                Arguments.of(OptionalInt.of(5), "pass the number or null"),
                Arguments.of(new AtomicInteger(5), "convert it to one of the types"),
                Arguments.of(new StringBuilder("secret"), "convert it to one of the types"),
                Arguments.of(Stream.of("secret"), "convert it to one of the types"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void classes_withoutACounterpart_areRefusedWithWhatToPassInstead(Object value, String remedy) {
        for (Object parameter : new Object[] {value, new Object[] {null, value}}) {
            assertThatThrownBy(() -> exchange.read("$1", new Object[] {parameter}))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageStartingWith(
                            "DUET-204 parameter $1 is a " + value.getClass().getTypeName())
                    .hasMessageContaining(remedy)
                    .hasMessageNotContaining("secret");
        }
    }

    /** The example of {@link JsonParameter}. */
    @Test
    void jsonParameter_example_runs() throws SQLException {
        Address address = new Address("Main St. 1", "Springfield");
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of(address)))
                .isEqualTo(Map.of("street", "Main St. 1", "city", "Springfield"));
        assertThat(exchange.roundTrip("jsonb", JsonParameter.of("dark"))).isEqualTo("dark");
    }

    @Test
    void text_isReadAsWhatItsPlaceAsksFor() throws SQLException {
        assertThat(exchange.roundTrip("int", "42")).isEqualTo(42);
        assertThat(exchange.roundTrip("boolean", "true")).isEqualTo(true);
        assertThat(exchange.read("'{\"a\": 1}'::jsonb -> 'a' = $1", "1")).isEqualTo(true);
    }
}
