package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.InvalidStatementException;
import org.duetdb.JsonParameter;
import org.duetdb.ServerVersion;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays of every type and number of dimensions, both ways. */
@ExtendWith(TypeDatabase.class)
class ArrayTypesIT {

    private enum Mood {
        calm,
        busy
    }

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final Exchange exchange;

    ArrayTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @Test
    void primitives_comeBackAsLists() throws SQLException {
        assertThat(exchange.roundTrip("smallint[]", new short[] {1, -2})).isEqualTo(List.of(1, -2));
        assertThat(exchange.roundTrip("int[]", new int[] {1, Integer.MIN_VALUE}))
                .isEqualTo(List.of(1, Integer.MIN_VALUE));
        assertThat(exchange.roundTrip("bigint[]", new long[] {Long.MIN_VALUE})).isEqualTo(List.of(Long.MIN_VALUE));
        assertThat(exchange.roundTrip("real[]", new float[] {0.1f, Float.NaN})).isEqualTo(List.of(0.1f, Float.NaN));
        assertThat(exchange.roundTrip("float8[]", new double[] {0.1, -0.0, Double.NEGATIVE_INFINITY}))
                .isEqualTo(List.of(0.1, -0.0, Double.NEGATIVE_INFINITY));
        assertThat(exchange.roundTrip("boolean[]", new boolean[] {true, false})).isEqualTo(List.of(true, false));
        assertThat(exchange.roundTrip("text[]", new char[] {'a', '"'})).isEqualTo(List.of("a", "\""));
    }

    @Test
    void objects_withNulls_comeBackAsLists() throws SQLException {
        assertThat(exchange.roundTrip("smallint[]", new Short[] {1, null})).isEqualTo(Arrays.asList(1, null));
        assertThat(exchange.roundTrip("int[]", new Byte[] {1, null})).isEqualTo(Arrays.asList(1, null));
        assertThat(exchange.roundTrip("int[]", new Integer[] {null, 1})).isEqualTo(Arrays.asList(null, 1));
        assertThat(exchange.roundTrip("bigint[]", new Long[] {1L, null})).isEqualTo(Arrays.asList(1L, null));
        assertThat(exchange.roundTrip("oid[]", new long[] {4294967295L})).isEqualTo(List.of(4294967295L));
        assertThat(exchange.roundTrip("real[]", new Float[] {1f, null})).isEqualTo(Arrays.asList(1f, null));
        assertThat(exchange.roundTrip("float8[]", new Double[] {1d, null})).isEqualTo(Arrays.asList(1d, null));
        assertThat(exchange.roundTrip("boolean[]", new Boolean[] {true, null})).isEqualTo(Arrays.asList(true, null));
        assertThat(exchange.roundTrip("uuid[]", new UUID[] {ID, null})).isEqualTo(Arrays.asList(ID, null));
        assertThat(exchange.roundTrip("mood[]", new Mood[] {Mood.busy, null})).isEqualTo(Arrays.asList("busy", null));
    }

    @Test
    void numerics_keepEveryDigit() throws SQLException {
        BigDecimal[] numbers = {new BigDecimal("1.50"), null, new BigDecimal("-0.000")};
        assertThat(exchange.roundTrip("numeric[]", numbers)).isEqualTo(Arrays.asList(numbers));
        assertThat(exchange.roundTrip("numeric[]", new BigInteger[] {BigInteger.TEN.pow(40)}))
                .isEqualTo(List.of(BigDecimal.TEN.pow(40)));
        assertThat(exchange.roundTrip("numeric[]", new double[] {0.1 + 0.2}))
                .isEqualTo(List.of(new BigDecimal("0.30000000000000004")));
        assertThatThrownBy(() -> exchange.read("ARRAY[numeric 'NaN']")).isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void texts_everyCharacter_comesBack() throws SQLException {
        String[] texts = {"a\"b", null, "c,d", "", "NULL", "null", " ", "{}", "\\", "ü\n", "(1)", ";"};
        for (String type : List.of("text[]", "varchar[]", "name[]", "citext[]")) {
            assertThat(exchange.roundTrip(type, texts)).as(type).isEqualTo(Arrays.asList(texts));
        }
        assertThat(exchange.roundTrip("char(3)[]", new String[] {"ab"})).isEqualTo(List.of("ab "));
    }

    @Test
    void bytes_comeBack() throws SQLException {
        byte[][] bytes = {{0, -1, '"', '\\'}, null, {}};
        assertThat(exchange.roundTrip("bytea[]", bytes, byte[][].class)).isDeepEqualTo(bytes);
        assertThat(exchange.roundTrip("bytea[]", new byte[][][] {{{1}}, {{2}}}, byte[][][].class))
                .isDeepEqualTo(new byte[][][] {{{1}}, {{2}}});
    }

    @Test
    void times_comeBackWithInfinitiesAndEras() throws SQLException {
        LocalDate[] dates = {LocalDate.of(2018, 11, 4), null, LocalDate.MAX, LocalDate.MIN, LocalDate.of(-43, 3, 15)};
        assertThat(exchange.roundTrip("date[]", dates)).isEqualTo(Arrays.asList(dates));
        LocalTime[] times = {LocalTime.of(10, 15), null, LocalTime.MAX, LocalTime.of(1, 2, 3, 4000)};
        assertThat(exchange.roundTrip("time[]", times)).isEqualTo(Arrays.asList(times));
        OffsetTime[] zonedTimes = {OffsetTime.parse("10:15-05:41:16"), null};
        assertThat(exchange.roundTrip("timetz[]", zonedTimes)).isEqualTo(Arrays.asList(zonedTimes));
        LocalDateTime[] stamps = {
            LocalDateTime.of(2026, 3, 29, 2, 30),
            null,
            LocalDateTime.MAX,
            LocalDateTime.MIN,
            LocalDateTime.of(-43, 3, 15, 1, 2, 3, 456_000)
        };
        assertThat(exchange.roundTrip("timestamp[]", stamps)).isEqualTo(Arrays.asList(stamps));
        OffsetDateTime[] moments = {
            OffsetDateTime.parse("2026-03-29T01:30:00.000001Z"),
            null,
            OffsetDateTime.MAX,
            OffsetDateTime.MIN,
            OffsetDateTime.parse("-0043-03-15T12:00:00Z"),
            OffsetDateTime.parse("+294276-12-31T23:59:59.999999Z")
        };
        assertThat(exchange.roundTrip("timestamptz[]", moments)).isEqualTo(Arrays.asList(moments));
        assertThat(exchange.roundTrip("timestamptz[]", new Instant[] {Instant.EPOCH, null}, Instant[].class))
                .containsExactly(Instant.EPOCH, null);
        assertThat(exchange.roundTrip("interval[]", new Duration[] {Duration.ofHours(36)}, Duration[].class))
                .containsExactly(Duration.ofHours(36));
    }

    @Test
    void json_comesBackAsMapsAndLists() throws SQLException {
        Object[] documents = {Map.of("a", "\"{,}\\"), JsonParameter.of("x"), List.of(1), null};
        assertThat(exchange.roundTrip("jsonb[]", documents))
                .isEqualTo(Arrays.asList(Map.of("a", "\"{,}\\"), "x", List.of(BigDecimal.ONE), null));
        assertThat(exchange.roundTrip("json[]", new Map<?, ?>[] {Map.of()})).isEqualTo(List.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "inet[]           | 10.0.0.1/24",
                "int4range[]      | [1,5)",
                "int4multirange[] | {[1,2),[5,7)}",
                "pair[]           | (1,\"a b\")",
                "bit(3)[]         | 101",
                "varbit[]         | 1",
                "point[]          | (1,2.5)",
                "box[]            | (3,4),(1,2)",
                "money[]          | $1,234.50",
                "xml[]            | <a>\"</a>",
                "tsvector[]       | 'a':1 'b':2",
                "positive[]       | 5"
            })
    void otherTypes_areListsOfTheTextThatTheServerShows(String type, String text) throws SQLException {
        assertThat(exchange.read("ARRAY[$1, NULL, $1]::" + type, text)).isEqualTo(Arrays.asList(text, null, text));
    }

    @Test
    void addresses_comeBack() throws SQLException, UnknownHostException {
        InetAddress[] addresses = {InetAddress.getByName("10.0.0.1"), null};
        assertThat(exchange.roundTrip("inet[]", addresses, InetAddress[].class)).isEqualTo(addresses);
    }

    @Test
    void empty_isAnEmptyList() throws SQLException {
        assertThat(exchange.roundTrip("int[]", new int[0])).isEqualTo(List.of());
        assertThat(exchange.roundTrip("text[]", new String[0])).isEqualTo(List.of());
        assertThat(exchange.roundTrip("timestamptz[]", new Instant[0])).isEqualTo(List.of());
        assertThat(exchange.roundTrip("date[]", "{}")).isEqualTo(List.of());
        assertThat(exchange.roundTrip("int[]", new int[0], int[].class)).isEmpty();
    }

    @Test
    void dimensions_areListsOfLists() throws SQLException {
        assertThat(exchange.roundTrip("int[]", new int[][] {{1, 2}, {3, 4}}))
                .isEqualTo(List.of(List.of(1, 2), List.of(3, 4)));
        assertThat(exchange.roundTrip("smallint[]", new short[][][] {{{1}, {2}}}))
                .isEqualTo(List.of(List.of(List.of(1), List.of(2))));
        assertThat(exchange.roundTrip("text[]", new String[][] {{"a", null}, {"NULL", "{"}}))
                .isEqualTo(List.of(Arrays.asList("a", null), List.of("NULL", "{")));
        assertThat(exchange.roundTrip("date[]", new LocalDate[][] {{LocalDate.EPOCH}, {LocalDate.MAX}}))
                .isEqualTo(List.of(List.of(LocalDate.EPOCH), List.of(LocalDate.MAX)));
        assertThat(exchange.roundTrip("numeric[]", new BigDecimal[][] {{BigDecimal.ONE, null}}))
                .isEqualTo(List.of(Arrays.asList(BigDecimal.ONE, null)));
        assertThat(exchange.roundTrip("mood[]", new Mood[][] {{Mood.calm}})).isEqualTo(List.of(List.of("calm")));
    }

    @Test
    void dimensions_withoutElements_areAnEmptyList() throws SQLException {
        ServerVersion.assumeAtLeast(17);
        assertThat(exchange.roundTrip("int[]", new int[][] {{}, {}})).isEqualTo(List.of());
    }

    @Test
    void dimensions_ofDifferentLengths_areAnErrorAndNotFilledUp() {
        for (Object ragged :
                new Object[] {new int[][] {{1, 2}, {3}}, new int[][] {{1}, {2, 3}}, new int[][] {{1}, null}}) {
            assertThatThrownBy(() -> exchange.roundTrip("int[]", ragged))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("22P02"));
        }
    }

    @Test
    void bounds_ofTheServer_areLeftOut() throws SQLException {
        assertThat(exchange.read("'[0:1]={1,2}'::int[]")).isEqualTo(List.of(1, 2));
        assertThat(exchange.read("'[0:1]={2026-01-01,infinity}'::date[]"))
                .isEqualTo(List.of(LocalDate.of(2026, 1, 1), LocalDate.MAX));
        assertThat(exchange.read("'[-1:0][2:2]={{a},{b}}'::citext[]")).isEqualTo(List.of(List.of("a"), List.of("b")));
    }

    @Test
    void wholeNumbers_tooLargeForTheElement_areAnError() {
        assertThatThrownBy(() -> exchange.roundTrip("smallint[]", new int[] {32768}))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("22003"));
    }

    @Test
    void arrays_areTypedWhereTheirElementsAre() throws SQLException {
        assertThat(exchange.read("2 = ANY ($1)", new int[] {1, 2})).isEqualTo(true);
        assertThat(exchange.read("'b' = ANY ($1)", (Object) new String[] {"a", "b"}))
                .isEqualTo(true);
        assertThat(exchange.read("(SELECT sum(n) FROM unnest($1) AS n)", new long[] {1, 2}))
                .isEqualTo(new BigDecimal(3));
        assertThat(exchange.read("cardinality($1)", (Object) new int[][] {{1, 2}, {3, 4}}))
                .isEqualTo(4);
        assertThat(exchange.read("(SELECT max(d) FROM unnest($1) AS d)", (Object) new LocalDate[] {LocalDate.EPOCH}))
                .isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void asArrays_ofAnyClassThatHoldsTheElements() throws SQLException {
        assertThat(exchange.readAs(int[].class, "ARRAY[1, 2]")).containsExactly(1, 2);
        assertThat(exchange.readAs(long[].class, "ARRAY[1, 2]")).containsExactly(1, 2);
        assertThat(exchange.readAs(Long[].class, "ARRAY[1, NULL]")).containsExactly(1L, null);
        assertThat(exchange.readAs(int[][].class, "ARRAY[[1, 2], [3, 4]]")).isDeepEqualTo(new int[][] {{1, 2}, {3, 4}});
        assertThat(exchange.readAs(String[].class, "ARRAY['a', NULL]")).containsExactly("a", null);
        assertThat(exchange.readAs(Mood[].class, "ARRAY['calm'::mood]")).containsExactly(Mood.calm);
        assertThat(exchange.readAs(boolean[].class, "ARRAY[true]")).containsExactly(true);
        assertThat(exchange.readAs(Object[].class, "ARRAY['a']")).containsExactly("a");
        assertThat(exchange.readAs(double[].class, "'[0.5, 2]'::jsonb")).containsExactly(0.5, 2);
        Object list = exchange.readAs(List.class, "ARRAY[1]");
        assertThat(list).isEqualTo(List.of(1));
    }

    @Test
    void asArrays_elementsThatDoNotFit_areAnError() {
        assertThatThrownBy(() -> exchange.readAs(int[].class, "ARRAY[1, NULL]"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("DUET-228");
        assertThatThrownBy(() -> exchange.readAs(int[].class, "ARRAY[3000000000]"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("cannot be read as int[]: it is out of range");
        assertThatThrownBy(() -> exchange.readAs(int[].class, "ARRAY['a']"))
                .isInstanceOf(UnreadableValueException.class);
        assertThatThrownBy(() -> exchange.readAs(byte[].class, "ARRAY[1]"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("DUET-227");
    }

    @Test
    void elements_withoutAType_areRefusedByTheirClass() {
        assertThatThrownBy(() -> exchange.read("$1::text[]", (Object) new Object[] {"a", new StringBuilder("secret")}))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageStartingWith("DUET-204 parameter $1 is a java.lang.StringBuilder")
                .hasMessageNotContaining("secret");
    }

    @Test
    void lists_areUnmodifiable() throws SQLException {
        for (String expression :
                List.of("ARRAY[1]", "ARRAY[timestamptz 'epoch']", "ARRAY[[1]]", "ARRAY[1::smallint]")) {
            List<?> list = exchange.readAs(List.class, expression);
            assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
