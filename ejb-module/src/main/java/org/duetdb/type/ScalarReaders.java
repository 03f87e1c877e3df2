package org.duetdb.type;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single values as the class that their type has unless another is asked for. NULL is told from zero by a second
 * call of the driver, and only there.
 */
final class ScalarReaders {

    private static final Pattern COORDINATE = Pattern.compile("[^(),]+");

    private ScalarReaders() {}

    static Object integer(ResultSet result, int column) throws SQLException {
        int value = result.getInt(column);
        return value == 0 && result.wasNull() ? null : value;
    }

    static Object number(ResultSet result, int column) throws SQLException {
        long value = result.getLong(column);
        return value == 0 && result.wasNull() ? null : value;
    }

    static Object real(ResultSet result, int column) throws SQLException {
        float value = result.getFloat(column);
        return value == 0 && result.wasNull() ? null : value;
    }

    static Object doublePrecision(ResultSet result, int column) throws SQLException {
        double value = result.getDouble(column);
        return value == 0 && result.wasNull() ? null : value;
    }

    /** Of {@code boolean} the server sends t or f, of {@code bit} 1 or 0; the binary form of the former is 1 or 0. */
    static Object flag(ResultSet result, int column) throws SQLException {
        byte[] sent = result.getBytes(column);
        if (sent == null) {
            return null;
        }
        return switch (sent[0]) {
            case 't', 1 -> Boolean.TRUE;
            case 'f', 0 -> Boolean.FALSE;
            case '1' -> "1";
            case '0' -> "0";
            default -> throw ConversionException.value(Boolean.class, null);
        };
    }

    static Object bool(ResultSet result, int column) throws SQLException {
        boolean value = result.getBoolean(column);
        return !value && result.wasNull() ? null : value;
    }

    /** The driver loses the offset of 24:00 in text, and cannot read it in binary. */
    static Object zonedTime(ResultSet result, int column) throws SQLException {
        OffsetTime time = result.getObject(column, OffsetTime.class);
        if (OffsetTime.MAX.equals(time)) {
            throw ConversionException.value(OffsetTime.class, "it is 24:00");
        }
        return time;
    }

    /** In binary the driver writes small numbers with an exponent; a text may also be NaN or infinite. */
    static String plain(String number) {
        return number.indexOf('E') < 0 ? number : new BigDecimal(number).toPlainString();
    }

    static String interval(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? null : IntervalText.parse(text).iso();
    }

    /**
     * The driver gets these in binary once it has prepared a statement on the server, and writes the numbers as Java
     * does.
     */
    static String points(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        return text == null
                ? null
                : COORDINATE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(FloatText.of(Double.parseDouble(found.group()))));
    }
}
