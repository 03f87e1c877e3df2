package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times, both ways, whatever the zones of JVM and server are. */
@ExtendWith(TypeDatabase.class)
class TemporalTypesIT {

    private final Exchange exchange;

    TemporalTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    static Stream<LocalDate> dates() {
        return Stream.of(
                LocalDate.of(2026, 2, 28),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(-4712, 1, 1),
                LocalDate.of(12345, 6, 7),
                LocalDate.of(5874897, 12, 31),
                LocalDate.of(2018, 11, 4),
                LocalDate.MAX,
                LocalDate.MIN);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void date_anyCalendarDayAndInfinity_comesBack(LocalDate date) throws SQLException {
        assertThat(exchange.roundTrip("date", date)).isEqualTo(date);
        assertThat(exchange.roundTrip("date", date, String.class)).isEqualTo(exchange.read("($1::date)::text", date));
    }

    static Stream<LocalTime> times() {
        return Stream.of(
                LocalTime.MIDNIGHT,
                LocalTime.of(10, 15),
                LocalTime.of(23, 59, 59, 999_999_000),
                LocalTime.of(1, 2, 3, 400_000_000));
    }

    @ParameterizedTest
    @MethodSource("times")
    void time_comesBack(LocalTime time) throws SQLException {
        assertThat(exchange.roundTrip("time", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("time(6)", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("time", time, String.class)).isEqualTo(exchange.read("($1::time)::text", time));
    }

    @Test
    void time_24hours_isTheLargestLocalTime() throws SQLException {
        assertThat(exchange.roundTrip("time", "24:00")).isEqualTo(LocalTime.MAX);
        assertThat(exchange.roundTrip("time", LocalTime.MAX)).isEqualTo(LocalTime.MAX);
        assertThat(exchange.read("($1::time)::text", LocalTime.MAX)).isEqualTo("24:00:00");
        assertThat(exchange.roundTrip("time", "24:00", String.class)).isEqualTo("24:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:15+05:45", "10:15:30.123456-15:59:59", "00:00Z", "23:59:59+05:41:16"})
    void timetz_keepsItsOffset(String text) throws SQLException {
        OffsetTime time = OffsetTime.parse(text);
        assertThat(exchange.roundTrip("timetz", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("timetz(6)", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("timetz", time, String.class))
                .isEqualTo(exchange.read("($1::timetz)::text", time));
    }

    @Test
    void timetz_24hours_isAnErrorBecauseNoOffsetTimeIsThat() throws SQLException {
        assertThatThrownBy(() -> exchange.read("timetz '24:00:00+05:45'"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("cannot be read as java.time.OffsetTime: it is 24:00");
        assertThatThrownBy(() -> exchange.read("ARRAY[timetz '24:00:00+05:45']"))
                .isInstanceOf(UnreadableValueException.class);
        assertThat(exchange.read("(timetz '24:00:00+05:45')::text")).isEqualTo("24:00:00+05:45");
    }

    static Stream<LocalDateTime> timestamps() {
        return Stream.of(
                LocalDateTime.of(2026, 3, 29, 2, 30),
                LocalDateTime.of(2018, 11, 4, 0, 30),
                LocalDateTime.of(2026, 10, 25, 2, 30, 15, 123_456_000),
                LocalDateTime.of(-4712, 1, 1, 0, 0),
                LocalDateTime.of(-43, 3, 15, 12, 0),
                LocalDateTime.of(294276, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.MAX,
                LocalDateTime.MIN);
    }

    @ParameterizedTest
    @MethodSource("timestamps")
    void timestamp_alsoWhereNoClockShowsIt_comesBack(LocalDateTime time) throws SQLException {
        assertThat(exchange.roundTrip("timestamp", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("timestamp(6)", time)).isEqualTo(time);
        assertThat(exchange.roundTrip("timestamp", time, String.class))
                .isEqualTo(exchange.read("($1::timestamp)::text", time));
    }

    static Stream<OffsetDateTime> moments() {
        return Stream.of(
                OffsetDateTime.parse("2026-03-29T01:30:00.123456Z"),
                OffsetDateTime.parse("2026-10-25T02:30:00+02:00"),
                OffsetDateTime.parse("2026-10-25T02:30:00+01:00"),
                OffsetDateTime.parse("1800-01-01T12:00:00Z"),
                OffsetDateTime.parse("-0043-03-15T12:00:00+05:41:16"),
                OffsetDateTime.parse("+294276-12-31T23:59:59.999999Z"),
                OffsetDateTime.parse("2026-01-01T00:00:00+18:00"),
                OffsetDateTime.parse("2026-01-01T00:00:00-18:00"),
                OffsetDateTime.MAX,
                OffsetDateTime.MIN);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void timestamptz_isTheSameMomentInUtc(OffsetDateTime moment) throws SQLException {
        OffsetDateTime expected = isInfinite(moment) ? moment : moment.withOffsetSameInstant(ZoneOffset.UTC);
        assertThat(exchange.roundTrip("timestamptz", moment)).isEqualTo(expected);
        assertThat(exchange.roundTrip("timestamptz(6)", moment)).isEqualTo(expected);
        assertThat(exchange.roundTrip("deadline", moment)).isEqualTo(expected);
    }

    private static boolean isInfinite(OffsetDateTime moment) {
        return moment.equals(OffsetDateTime.MAX) || moment.equals(OffsetDateTime.MIN);
    }

    @Test
    void timestamptz_asText_isInUtc() throws SQLException {
        OffsetDateTime moment = OffsetDateTime.parse("-0043-03-15T12:00:00.5+01:00");
        assertThat(exchange.roundTrip("timestamptz", moment, String.class)).isEqualTo("0044-03-15 11:00:00.5+00 BC");
        assertThat(exchange.roundTrip("timestamptz", OffsetDateTime.MAX, String.class))
                .isEqualTo("infinity");
    }

    @Test
    void timestamptz_instantAndZonedTime_areTheSameMoment() throws SQLException {
        ZonedDateTime overlap = ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        assertThat(exchange.roundTrip("timestamptz", overlap, Instant.class))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(exchange.roundTrip("timestamptz", overlap.withLaterOffsetAtOverlap(), ZonedDateTime.class))
                .isEqualTo(ZonedDateTime.parse("2026-10-25T01:30:00Z"));
        for (Instant instant : new Instant[] {Instant.EPOCH, Instant.MAX, Instant.MIN}) {
            assertThat(exchange.roundTrip("timestamptz", instant, Instant.class))
                    .isEqualTo(instant);
        }
    }

    @Test
    void fractions_beyondMicroseconds_areRoundedAsTheServerDoes() throws SQLException {
        LocalDateTime fine = LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_500);
        assertThat(exchange.roundTrip("timestamp", fine)).isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 0));
        assertThat(exchange.roundTrip("timestamptz", fine.toInstant(ZoneOffset.UTC), Instant.class))
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(exchange.roundTrip("time", LocalTime.of(1, 2, 3, 499))).isEqualTo(LocalTime.of(1, 2, 3));
    }

    @Test
    void text_isReadAsTheTypeOfItsPlace() throws SQLException {
        assertThat(exchange.roundTrip("date", "2026-01-02")).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(exchange.roundTrip("timestamp", "2026-01-02 03:04:05"))
                .isEqualTo(LocalDateTime.of(2026, 1, 2, 3, 4, 5));
        assertThat(exchange.roundTrip("timestamptz", "2026-01-02T03:04:05+01:00"))
                .isEqualTo(OffsetDateTime.parse("2026-01-02T02:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "America/Sao_Paulo", "Europe/Berlin", "Pacific/Kiritimati", "UTC"})
    void allOfThem_zoneOfTheJvm_doesNotMatter(String zone) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Exchange there = exchange.with()) {
            assertSame(there);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kathmandu", "America/Sao_Paulo", "-17:00", "UTC"})
    void allOfThem_zoneOfTheServer_doesNotMatter(String zone) throws SQLException {
        try (Exchange there = exchange.with("SET TIME ZONE '" + zone + "'")) {
            assertSame(there);
        }
    }

    private void assertSame(Exchange there) throws SQLException {
        for (LocalDate date : dates().toList()) {
            assertThat(there.roundTrip("date", date)).isEqualTo(date);
        }
        for (LocalTime time : times().toList()) {
            assertThat(there.roundTrip("time", time)).isEqualTo(time);
        }
        for (LocalDateTime time : timestamps().toList()) {
            assertThat(there.roundTrip("timestamp", time)).isEqualTo(time);
        }
        for (OffsetDateTime moment : moments().toList()) {
            Object expected = exchange.roundTrip("timestamptz", moment);
            assertThat(there.roundTrip("timestamptz", moment)).isEqualTo(expected);
            assertThat(there.readAs(OffsetDateTime[].class, "ARRAY[$1::timestamptz]", moment))
                    .containsExactly((OffsetDateTime) expected);
        }
        OffsetTime time = OffsetTime.parse("10:15+05:45");
        assertThat(there.roundTrip("timetz", time)).isEqualTo(time);
    }

    @Test
    void timestamptz_asLocalTime_isRefusedForItHasNoZone() {
        assertThatThrownBy(() -> exchange.readAs(LocalDateTime.class, "now()"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("DUET-227 column value is of type timestamptz, which cannot be read as "
                        + "java.time.LocalDateTime");
        assertThatThrownBy(() -> exchange.readAs(Instant.class, "now()::timestamp"))
                .isInstanceOf(UnreadableValueException.class);
    }
}
