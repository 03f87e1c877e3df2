package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.Role;
import org.duetdb.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type, both ways, on a real server. */
class TypesIT {

    private static TestSessions sessions;

    private DbSession primary;

    @BeforeAll
    static void start() throws SQLException {
        sessions = TestSessions.start();
    }

    @AfterAll
    static void stop() {
        sessions.close();
    }

    @BeforeEach
    void clear() {
        primary = sessions.session("default", Role.WRITE);
        primary.execute("DELETE FROM kinds");
    }

    private Object roundTrip(String column, Object value) {
        primary.execute("INSERT INTO kinds (id, " + column + ") VALUES (1, $1)", value);
        return primary.queryOne("SELECT " + column + " AS value FROM kinds").get("value");
    }

    @Test
    void execute_integers_arriveExactlyInEveryNumericColumn() {
        primary.execute("INSERT INTO kinds (id, a, b, c, d, e, f, w) VALUES (1, $1, $1, $1, $1, $1, $1, $1)", 4711);
        assertThat(primary.queryOne("SELECT a, b, c, d, e, f, w FROM kinds"))
                .containsExactly(
                        entry("a", 4711),
                        entry("b", 4711),
                        entry("c", 4711L),
                        entry("d", new BigDecimal("4711.0000")),
                        entry("e", 4711f),
                        entry("f", 4711d),
                        entry("w", new BigDecimal("4711")));
    }

    @Test
    void execute_fractions_arriveExactlyInNumericAndFloatColumns() {
        primary.execute("INSERT INTO kinds (id, w, f, e) VALUES (1, $1, $1, $2)", 0.1 + 0.2, 16777217.5f);
        assertThat(primary.queryOne("SELECT w, f, e FROM kinds"))
                .containsExactly(
                        entry("w", new BigDecimal("0.30000000000000004")),
                        entry("f", 0.1 + 0.2),
                        entry("e", 16777218f));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE
            })
    void roundTrip_doubleEdges_comeBack(double value) {
        assertThat(roundTrip("f", value)).isEqualTo(value);
    }

    @Test
    void execute_numberTooLarge_isAnErrorAndNotWrapped() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> roundTrip("a", 32768))
                .matches(failure -> failure.sqlState().equals("22003"));
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> roundTrip("b", 1L << 31))
                .matches(failure -> failure.sqlState().equals("22003"));
    }

    @Test
    void roundTrip_bigNumbers_keepEveryDigit() {
        BigInteger large = BigInteger.TEN.pow(60).add(BigInteger.ONE);
        assertThat(roundTrip("w", large)).isEqualTo(new BigDecimal(large));
    }

    @Test
    void roundTrip_everyTypeOfTheTable_comesBack() {
        UUID uuid = UUID.randomUUID();
        OffsetDateTime moment = OffsetDateTime.of(2026, 3, 29, 1, 30, 0, 123456000, ZoneOffset.UTC);
        primary.execute(
                """
                INSERT INTO kinds (id, g, h, j, k, l, m, n, o, p, q, r, s, t, u, v)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                """,
                1,
                true,
                "it's $1 ? ü \\",
                new byte[] {0, 1, -1},
                LocalDate.of(2026, 2, 28),
                LocalTime.of(23, 59, 59),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                moment,
                uuid,
                Map.of("amount", new BigDecimal("10.10"), "tags", List.of("a", true)),
                List.of(1, 2),
                "busy",
                "10.0.0.1",
                new int[] {1, 2},
                new String[] {"a\"b", null, "c,d", ""},
                new UUID[] {uuid});
        Row row = primary.queryOne("SELECT g, h, j, k, l, m, n, o, p, q, r, s, t, u, v FROM kinds");
        assertThat(row.get("j", byte[].class)).containsExactly(0, 1, -1);
        assertThat(row.get("n", OffsetDateTime.class)).isEqualTo(moment);
        assertThat(row)
                .contains(
                        entry("g", true),
                        entry("h", "it's $1 ? ü \\"),
                        entry("k", LocalDate.of(2026, 2, 28)),
                        entry("l", LocalTime.of(23, 59, 59)),
                        entry("m", LocalDateTime.of(2026, 3, 29, 2, 30)),
                        entry("o", uuid),
                        entry("p", Map.of("amount", new BigDecimal("10.10"), "tags", List.of("a", true))),
                        entry("q", List.of(new BigDecimal(1), new BigDecimal(2))),
                        entry("r", "busy"),
                        entry("s", "10.0.0.1"),
                        entry("t", List.of(1, 2)),
                        entry("u", Arrays.asList("a\"b", null, "c,d", "")),
                        entry("v", List.of(uuid)));
    }

    @Test
    void execute_text_isReadAsWhatItsPlaceAsksFor() {
        primary.execute(
                "INSERT INTO kinds (id, b, d, k, m, n, o, p, g) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)",
                "42",
                "1.5",
                "2026-01-02",
                "2026-01-02 03:04:05",
                "2026-01-02T03:04:05+01:00",
                "00000000-0000-0000-0000-000000000001",
                "{\"a\": 1}",
                "true");
        assertThat(primary.queryOne(
                        "SELECT b, k, p -> 'a' = $1 AS same FROM kinds WHERE o = $2",
                        "1",
                        "00000000-0000-0000-0000-000000000001"))
                .containsExactly(entry("b", 42), entry("k", LocalDate.of(2026, 1, 2)), entry("same", true));
    }

    @Test
    void roundTrip_null_isNullInEveryColumn() {
        for (String column : List.of(
                "a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t")) {
            assertThat(roundTrip(column, null)).as(column).isNull();
            primary.execute("DELETE FROM kinds");
        }
    }

    @Test
    void roundTrip_instant_isTheSameMoment() {
        Instant moment = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(((OffsetDateTime) roundTrip("n", moment)).toInstant()).isEqualTo(moment);
    }
}
