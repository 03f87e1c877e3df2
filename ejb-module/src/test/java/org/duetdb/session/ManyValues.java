package org.duetdb.session;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.JsonParameter;

/** For types of columns, values of many classes that a single {@code INSERT} takes. */
final class ManyValues {

    private static final LocalDateTime NANOS = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_500);

    private final Map<String, List<Object>> byType = new LinkedHashMap<>();

    ManyValues() {
        numbers();
        texts();
        times();
        others();
    }

    Map<String, List<Object>> byType() {
        return byType;
    }

    private void put(String type, Object... values) {
        byType.put(type, Arrays.asList(values));
    }

    private void numbers() {
        put("smallint", 1, 2L, (short) 3, (byte) 4, "5", new BigDecimal("6.5"), BigInteger.TEN);
        put("int", Integer.MAX_VALUE, 2L, (short) 3, " 5 ", new BigDecimal("6.5"), BigInteger.TEN);
        put("bigint", 1, Long.MIN_VALUE, "-5", new BigDecimal("6.5"));
        put("numeric", 1, 2L, "NaN", 0.1f, 0.1, 1e300, new BigDecimal("1E+20"), new BigDecimal("-0.0010"), "Infinity");
        put("numeric(6,2)", 1, 2.345, 2.345f, new BigDecimal("1.005"), "9999.99");
        put("real", 1, 0.1f, 0.1, Float.NaN, Double.NEGATIVE_INFINITY, new BigDecimal("0.1"), 16777217L, "1e-3");
        put(
                "double precision",
                1,
                0.1f,
                0.1,
                Double.NaN,
                -0.0,
                new BigDecimal("0.1"),
                Long.MAX_VALUE,
                Double.MIN_VALUE);
        put("money", 1, 2L, "$3.50", new BigDecimal("4.505"));
        put("boolean", true, false, "yes", "f");
        put("oid", 1, 2L, "3", -1);
        put("positive", 1, 2L, "3", new BigDecimal("4.4"));
    }

    private void texts() {
        put(
                "text",
                "",
                "NULL",
                "{\"a\\",
                " x\n",
                'c',
                1,
                2L,
                true,
                1.50,
                0.1f,
                new BigDecimal("1.50"),
                DayOfWeek.MONDAY,
                "\uD83D\uDE00'",
                LocalDate.of(2026, 1, 2),
                NANOS,
                Instant.EPOCH,
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                Map.of("a", 1),
                List.of(1, "x"),
                LocalTime.MAX,
                LocalDate.MAX,
                LocalDate.of(-5, 1, 1),
                OffsetTime.parse("10:15+01:00"),
                new BigDecimal("1E+3"));
        put("varchar(5)", "abcde", "abc    ", 1, 'c', true);
        put("char(3)", "abc", "a", "abc  ", 'c', 12);
        put("bpchar", "abc", "a  ", 'c', 12345);
        put("\"char\"", "a", 'c', "");
        put("name", "abc", 'c', "x y");
        put("temper", "calm", Temper.BUSY);
        put("jsonb", "{\"a\": 1}", JsonParameter.of("x"), Map.of("b", List.of(1)), List.of("x"), "1", "null");
        put("json", "{\"a\":  1}", Map.of("b", 2), "\"x\"");
        put("tsvector", "a b", "c:1");
        put("note", "short", 'c');
    }

    private void times() {
        OffsetDateTime moment = NANOS.atOffset(ZoneOffset.ofHours(2));
        put(
                "date",
                LocalDate.of(2026, 2, 28),
                "2026-01-31",
                "today",
                LocalDate.MIN,
                LocalDate.of(12345, 1, 1),
                LocalDate.of(-43, 3, 15),
                LocalDate.of(1, 1, 1));
        put(
                "time",
                LocalTime.of(1, 2),
                LocalTime.MAX,
                LocalTime.of(23, 59, 59, 999_999_500),
                LocalTime.of(23, 59, 59, 999_999_600),
                "10:00",
                "24:00",
                NANOS.toLocalTime());
        put("timetz", OffsetTime.parse("10:15:30.5+05:30"), "10:00+02", LocalTime.NOON);
        put(
                "timestamp",
                NANOS,
                NANOS.plusNanos(1),
                NANOS.minusNanos(1),
                "2026-01-01 10:00",
                LocalDate.EPOCH,
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999));
        put("timestamp(0)", NANOS, LocalDate.EPOCH, "2026-01-01 10:00:00.5");
        put(
                "timestamptz",
                moment,
                moment.toInstant(),
                ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Berlin]"),
                NANOS,
                LocalDate.EPOCH,
                "2026-01-01 10:00+05:30",
                Instant.parse("-0044-03-15T00:00:00Z"),
                OffsetDateTime.parse("2026-01-01T00:00-15:59"),
                Instant.parse("9999-12-31T23:59:59.9999999Z"),
                moment.plusNanos(499),
                OffsetDateTime.parse("2026-01-01T00:00+01:02:03"));
        put("interval", "1 day", Duration.ofMillis(1_500), Period.ofMonths(3), LocalTime.of(1, 2));
        put("interval day to second(0)", "1 day 00:00:01.5");
    }

    private void others() {
        put("uuid", UUID.fromString("00000000-0000-0000-0000-00000000000a"), "00000000-0000-0000-0000-00000000000B");
        put("bytea", new byte[] {0, -1, '\\', '"'}, "\\x00ff", new byte[0]);
        put("inet", "10.0.0.1", "10.0.0.0/8", InetAddress.getLoopbackAddress());
        put("macaddr", "08:00:2b:01:02:03");
        put("bit(3)", "101", "000");
        put("varbit", "1", "10101");
        put("int4range", "[1,5)", "empty", "[1,5]");
        put("point", "(1,2)", "3,4");
        put("box", "(1,1),(0,0)");
        put("int[]", new int[] {1, 2}, new Integer[] {1, null}, "{3,NULL}", new int[0], new long[] {5});
        put("text[]", new String[] {"a", null, "\"{\\"}, "{x}");
        put("pair", "(1,a)", "(,)");
        put("numbers", "{1,2}", new int[] {3});
        put("regclass", "pg_class");
    }

    /** The constants of an enum of the database. */
    enum Temper {
        BUSY
    }
}
