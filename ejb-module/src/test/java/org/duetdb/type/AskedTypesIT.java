package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns read as a class that is asked for: the same value, or an error that names column and types. */
@ExtendWith(TypeDatabase.class)
class AskedTypesIT {

    private final Exchange exchange;

    AskedTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallint", "int", "bigint", "numeric", "numeric(9,2)", "real", "float8"})
    void wholeNumbers_ofEveryNumericType_areEveryNumberClass(String type) throws SQLException {
        String number = "(-100)::" + type;
        assertThat(exchange.readAs(long.class, number)).isEqualTo(-100L);
        assertThat(exchange.readAs(int.class, number)).isEqualTo(-100);
        assertThat(exchange.readAs(short.class, number)).isEqualTo((short) -100);
        assertThat(exchange.readAs(byte.class, number)).isEqualTo((byte) -100);
        assertThat(exchange.readAs(double.class, number)).isEqualTo(-100d);
        assertThat(exchange.readAs(float.class, number)).isEqualTo(-100f);
        assertThat(exchange.readAs(Long.class, number)).isEqualTo(-100L);
        assertThat(exchange.readAs(Integer.class, number)).isEqualTo(-100);
        assertThat(exchange.readAs(Short.class, number)).isEqualTo((short) -100);
        assertThat(exchange.readAs(Byte.class, number)).isEqualTo((byte) -100);
        assertThat(exchange.readAs(Double.class, number)).isEqualTo(-100d);
        assertThat(exchange.readAs(Float.class, number)).isEqualTo(-100f);
        assertThat(exchange.readAs(BigInteger.class, number)).isEqualTo(BigInteger.valueOf(-100));
        assertThat(exchange.readAs(BigDecimal.class, number)).isEqualByComparingTo("-100");
        assertThat(exchange.readAs(Number.class, number).intValue()).isEqualTo(-100);
        assertThat(exchange.readAs(String.class, number)).isEqualTo(exchange.read("(" + number + ")::text"));
        assertThat(exchange.readAs(long.class, "0::" + type)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "int,      2147483648::bigint",
                "int,      2147483648::numeric",
                "int,      1.5::numeric",
                "int,      0.5::float8",
                "int,      'NaN'::float8",
                "int,      1e20::float8",
                "int,      'Infinity'::real",
                "short,    32768",
                "short,    -32769::bigint",
                "byte,     128",
                "byte,     128::smallint",
                "long,     9223372036854775808",
                "long,     1e19::float8",
                "long,     0.1::numeric",
                "double,   9007199254740993",
                "double,   0.30000000000000000004",
                "double,   1e400::numeric",
                "float,    0.1::float8",
                "float,    1e300::float8",
                "float,    16777217",
                "float,    0.123456789::numeric"
            })
    void numbers_thatDoNotFit_areAnErrorAndNeitherWrappedNorRounded(String wanted, String number) {
        Class<?> primitive = Map.of(
                        "int",
                        int.class,
                        "short",
                        short.class,
                        "byte",
                        byte.class,
                        "long",
                        long.class,
                        "double",
                        double.class,
                        "float",
                        (Class<?>) float.class)
                .get(wanted);
        assertThatThrownBy(() -> exchange.readAs(primitive, number))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith("DUET-205 a value of column value, of type ")
                .hasMessageContaining("cannot be read as " + wanted);
        assertThatThrownBy(() -> exchange.readAs(Conversion.boxed(primitive), number))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void fractions_becomeTheNumberWithTheSameShortestText() throws SQLException {
        assertThat(exchange.readAs(double.class, "0.1::numeric")).isEqualTo(0.1);
        assertThat(exchange.readAs(float.class, "0.1::numeric")).isEqualTo(0.1f);
        assertThat(exchange.readAs(BigDecimal.class, "0.1::float8")).isEqualTo(new BigDecimal("0.1"));
        assertThat(exchange.readAs(BigDecimal.class, "0.1::real")).isEqualTo(new BigDecimal("0.1"));
        assertThat(exchange.readAs(double.class, "0.5::real")).isEqualTo(0.5);
        assertThat(exchange.readAs(double.class, "0.1::real")).isEqualTo(0.1f);
        assertThat(exchange.readAs(float.class, "0.5::float8")).isEqualTo(0.5f);
        assertThat(exchange.readAs(double.class, "4611686018427387904")).isEqualTo(0x1p62);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "bigint", "numeric", "real", "float8", "boolean", "text", "jsonb", "int[]", "date"})
    void null_asAPrimitive_isAnErrorThatSaysWhatToDo(String type) throws SQLException {
        Class<?> primitive = switch (type) {
            case "boolean" -> boolean.class;
            case "text" -> char.class;
            case "int[]", "date" -> null;
            default -> long.class;
        };
        if (primitive != null) {
            assertThatThrownBy(() -> exchange.readAs(primitive, "NULL::" + type))
                    .isInstanceOf(UnreadableValueException.class)
                    .hasMessage("DUET-228 column value is NULL, which " + primitive + " cannot be; "
                            + "ask for its wrapper class, or give a default with coalesce in SQL");
            assertThat(exchange.readAs(Conversion.boxed(primitive), "NULL::" + type))
                    .isNull();
        }
        assertThat(exchange.readAs(Object.class, "NULL::" + type)).isNull();
    }

    @Test
    void text_ofEveryType_isWhatTheServerShows() throws SQLException {
        for (String value : List.of(
                "5::smallint",
                "5",
                "5::bigint",
                "1e-20::numeric",
                "1.50",
                "'NaN'::numeric",
                "1e20::float8",
                "0.1::real",
                "true",
                "'a'",
                "'\\x00ff'::bytea",
                "date '0044-03-15 BC'",
                "time '10:15'",
                "timetz '10:15+02'",
                "timestamp '2026-01-02 03:04:05.1'",
                "gen_random_uuid() IS NULL",
                "int4range '[1,5)'",
                "'calm'::mood",
                "bit '101'",
                "point '(1,2.5)'",
                "'{\"a\":  1}'::json")) {
            assertThat(exchange.readAs(String.class, value))
                    .as(value)
                    .isEqualTo(exchange.read("(" + value + ")::text"));
        }
        assertThatThrownBy(() -> exchange.readAs(String.class, "ARRAY[1]"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageStartingWith(
                        "DUET-227 column value is of type _int4, which cannot be read as " + "java.lang.String");
    }

    @Test
    void combinations_thatMakeNoSense_areRefusedBeforeAValueIsRead() throws SQLException {
        Map<String, List<Class<?>>> senseless = Map.of(
                "NULL::text", List.of(int.class, LocalDate.class, UUID.class, boolean.class, Map.class, byte[].class),
                "NULL::int", List.of(boolean.class, char.class, LocalDate.class, Duration.class, List.class),
                "NULL::boolean", List.of(int.class, Character.class),
                "NULL::date", List.of(LocalTime.class, Instant.class, long.class, OffsetDateTime.class),
                "NULL::timestamptz", List.of(LocalDate.class, LocalTime.class, long.class),
                "NULL::uuid", List.of(byte[].class, long.class),
                "NULL::bytea", List.of(int.class, int[].class, UUID.class),
                "NULL::money", List.of(BigDecimal.class, double.class),
                "NULL::interval", List.of(LocalTime.class, long.class),
                "NULL::int[]", List.of(int.class, Map.class, byte[].class));
        senseless.forEach((value, classes) ->
                classes.forEach(wanted -> assertThatThrownBy(() -> exchange.readAs(wanted, value))
                        .as(value + " as " + wanted)
                        .isInstanceOf(UnreadableValueException.class)
                        .hasMessageStartingWith("DUET-227 column value is of type ")
                        .hasMessageContaining("which cannot be read as " + wanted.getTypeName())));
    }

    @Test
    void texts_thatAreNoSingleCharacter_areNoChar() {
        for (String text : List.of("''", "'ab'", "'😀'")) {
            assertThatThrownBy(() -> exchange.readAs(char.class, text))
                    .isInstanceOf(UnreadableValueException.class)
                    .hasMessageContaining("it is not one character");
        }
    }
}
