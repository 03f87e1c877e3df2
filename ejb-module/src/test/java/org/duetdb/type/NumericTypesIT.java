package org.duetdb.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Random;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and truth values, both ways. */
@ExtendWith(TypeDatabase.class)
class NumericTypesIT {

    private final Exchange exchange;

    NumericTypesIT(Exchange exchange) {
        this.exchange = exchange;
    }

    @Test
    void smallint_edges_comeBackAndOverflowIsAnError() throws SQLException {
        assertThat(exchange.roundTrip("smallint", Short.MIN_VALUE)).isEqualTo(-32768);
        assertThat(exchange.roundTrip("smallint", 32767)).isEqualTo(32767);
        assertThat(exchange.roundTrip("smallint", (byte) -128)).isEqualTo(-128);
        assertThat(exchange.roundTrip("smallint", 0)).isEqualTo(0);
        assertOverflow("smallint", 32768);
    }

    @Test
    void integer_edges_comeBackAndOverflowIsAnError() throws SQLException {
        assertThat(exchange.roundTrip("int", Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(exchange.roundTrip("int", 2147483647L)).isEqualTo(Integer.MAX_VALUE);
        assertOverflow("int", 1L << 31);
    }

    @Test
    void bigint_edges_comeBackAndOverflowIsAnError() throws SQLException {
        assertThat(exchange.roundTrip("bigint", Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThat(exchange.roundTrip("bigint", Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(exchange.roundTrip("bigint", 5)).isEqualTo(5L);
        assertOverflow("bigint", BigInteger.ONE.shiftLeft(63));
    }

    @Test
    void oid_unsigned_isALong() throws SQLException {
        assertThat(exchange.roundTrip("oid", 4294967295L)).isEqualTo(4294967295L);
    }

    @Test
    void domain_isTheTypeBeneathAndIsChecked() throws SQLException {
        assertThat(exchange.roundTrip("positive", 5)).isEqualTo(5);
        assertSqlState("23514", "positive", -5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0000",
                "-0.10",
                "1E-20",
                "4711.0000",
                "10000",
                "100000000.00010000",
                "123456789012345678901234567890.123456789",
                "-99999999999999999999999999999999999999"
            })
    void numeric_everyDigit_comesBack(String number) throws SQLException {
        assertThat(exchange.roundTrip("numeric", new BigDecimal(number))).isEqualTo(new BigDecimal(number));
    }

    @Test
    void numeric_random_comesBack() throws SQLException {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            BigDecimal number = new BigDecimal(new BigInteger(random.nextInt(200) + 1, random), random.nextInt(40));
            BigDecimal signed = random.nextBoolean() ? number : number.negate();
            assertThat(exchange.read("$1::numeric", signed)).isEqualTo(signed);
        }
    }

    @Test
    void numeric_exponent_isWrittenOut() throws SQLException {
        assertThat(exchange.roundTrip("numeric", new BigDecimal("1E+20")))
                .isEqualTo(new BigDecimal("100000000000000000000"));
        assertThat(exchange.roundTrip("numeric", BigInteger.TEN.pow(60))).isEqualTo(BigDecimal.TEN.pow(60));
    }

    @Test
    void numeric_scaleOfTheColumn_rounds() throws SQLException {
        assertThat(exchange.roundTrip("numeric(12,4)", 4711)).isEqualTo(new BigDecimal("4711.0000"));
        assertOverflow("numeric(3,1)", new BigDecimal("100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+131072", "1E+200000", "1E+262144", "1E+1000000000", "1E-16384", "1E-1000000000"})
    void numeric_beyondWhatTheServerHolds_isAnErrorAndNotWrapped(String number) {
        assertOverflow("numeric", new BigDecimal(number));
    }

    @Test
    void numeric_largest_comesBack() throws SQLException {
        BigDecimal largest = new BigDecimal("1E+131071");
        assertThat((BigDecimal) exchange.roundTrip("numeric", largest)).isEqualByComparingTo(largest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void numeric_noNumber_isAnErrorThatSaysWhatToDo(String text) throws SQLException {
        assertThatThrownBy(() -> exchange.read("$1::numeric", text))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("DUET-205 a value of column value, of type numeric, cannot be read as its Java type;"
                        + " cast the column to text in SQL");
        assertThat(exchange.read("($1::numeric)::text", text)).isEqualTo(text);
        assertThat(exchange.readAs(String.class, "$1::numeric", text)).isEqualTo(text);
        assertThat(exchange.readAs(double.class, "($1::numeric)::float8", text)).isEqualTo(Double.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0.0,
                -0.0,
                0.1,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE
            })
    void doublePrecision_edges_comeBack(Double value) throws SQLException {
        assertThat(exchange.roundTrip("float8", value)).isEqualTo(value);
        assertThat(exchange.roundTrip("float8", value, double.class)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                0f,
                -0f,
                0.1f,
                Float.MIN_VALUE,
                Float.MAX_VALUE
            })
    void real_edges_comeBack(Float value) throws SQLException {
        assertThat(exchange.roundTrip("real", value)).isEqualTo(value);
        assertThat(exchange.roundTrip("real", value, float.class)).isEqualTo(value);
    }

    @Test
    void fractions_numericColumn_arriveAsWritten() throws SQLException {
        assertThat(exchange.roundTrip("numeric", 0.1 + 0.2)).isEqualTo(new BigDecimal("0.30000000000000004"));
        assertThat(exchange.roundTrip("numeric", 0.1f)).isEqualTo(new BigDecimal("0.1"));
        assertThat(exchange.roundTrip("float8", 0.1f)).isEqualTo(0.1);
        assertThat(exchange.roundTrip("real", 16777217.5)).isEqualTo(16777218f);
    }

    @Test
    void fraction_wholeNumberColumn_isTreatedAsInSql() throws SQLException {
        assertSqlState("22P02", "int", 1.5);
        assertThat(exchange.roundTrip("int", new BigDecimal("1.5")))
                .isEqualTo(exchange.roundTrip("int", "2"))
                .isEqualTo(2);
        assertThat(exchange.roundTrip("int", new BigDecimal("5.00"))).isEqualTo(5);
    }

    @Test
    void wholeNumbers_fractionColumns_areNumbersAndNotBits() throws SQLException {
        assertThat(exchange.roundTrip("numeric", 4711)).isEqualTo(new BigDecimal("4711"));
        assertThat(exchange.roundTrip("float8", 4711)).isEqualTo(4711d);
        assertThat(exchange.roundTrip("real", 4711)).isEqualTo(4711f);
    }

    @Test
    void bool_both_comeBack() throws SQLException {
        assertThat(exchange.roundTrip("boolean", true)).isEqualTo(true);
        assertThat(exchange.roundTrip("boolean", false)).isEqualTo(false);
        assertThat(exchange.roundTrip("boolean", "yes")).isEqualTo(true);
        assertThat(exchange.roundTrip("boolean", false, boolean.class)).isFalse();
    }

    @Test
    void bit_isTextOfDigits() throws SQLException {
        assertThat(exchange.roundTrip("bit", "1")).isEqualTo("1");
        assertThat(exchange.roundTrip("bit(1)", "0")).isEqualTo("0");
        assertThat(exchange.roundTrip("bit(3)", "101")).isEqualTo("101");
        assertThat(exchange.roundTrip("varbit", "")).isEqualTo("");
        assertThat(exchange.roundTrip("varbit(9)", "10")).isEqualTo("10");
        assertThat(exchange.roundTrip("bit", "1", boolean.class)).isTrue();
        assertSqlState("22026", "bit(3)", "10");
    }

    @Test
    void money_isTextOfTheServersLocale() throws SQLException {
        assertThat(exchange.roundTrip("money", "1234.5")).isEqualTo("$1,234.50");
        assertThat(exchange.read("$1::money::numeric", "1234.5")).isEqualTo(new BigDecimal("1234.50"));
    }

    private void assertOverflow(String type, Object value) {
        assertSqlState("22003", type, value);
    }

    private void assertSqlState(String state, String type, Object value) {
        assertThatThrownBy(() -> exchange.roundTrip(type, value))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(state));
    }
}
