package org.duetdb.type;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.duetdb.JsonParameter;
import org.duetdb.Origin;
import org.duetdb.sql.ParsedSql;

/**
 * Gives a statement its parameters. What binds untyped ({@link Types#OTHER}) is read by the server as the type that its
 * place asks for, exactly as a literal is. For use by any thread.
 */
public final class ParameterBinder {

    /** What {@code numeric} holds; the driver's binary form wraps beyond. */
    private static final int MOST_DIGITS = 131_072;

    private static final int MOST_DECIMALS = 16_383;

    private final JsonCodec json;
    private final ArrayParameter arrays;

    public ParameterBinder(JsonCodec json) {
        this.json = json;
        this.arrays = new ArrayParameter(this);
    }

    /**
     * Sets all parameters.
     *
     * @throws org.duetdb.InvalidStatementException if one of them cannot be sent
     */
    public void bind(PreparedStatement statement, ParsedSql sql, Object[] values, Origin origin) throws SQLException {
        int[] order = sql.order();
        for (int i = 0; i < order.length; i++) {
            try {
                bind(statement, i + 1, values[order[i]]);
            } catch (ParameterException refused) {
                throw refused.of("parameter $" + (order[i] + 1), origin);
            }
        }
    }

    /**
     * Sets one parameter.
     *
     * @throws ParameterException if it cannot be sent
     */
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            untyped(statement, index, text);
        } else if (value instanceof Number number) {
            bindNumber(statement, index, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (isKnownToTheDriver(value)) {
            statement.setObject(index, value);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value.getClass().isArray()) {
            arrays.bind(statement, index, value);
        } else {
            bindOther(statement, index, value);
        }
    }

    private static boolean isKnownToTheDriver(Object value) {
        return value instanceof UUID
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof LocalTime
                || value instanceof OffsetTime;
    }

    /**
     * Binary fractions go as their shortest decimal text, which the server reads as the type of its place,
     * {@code numeric} included.
     */
    private static void bindNumber(PreparedStatement statement, int index, Number number) throws SQLException {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            statement.setInt(index, number.intValue());
        } else if (number instanceof Long) {
            statement.setLong(index, number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            bindDecimal(statement, index, decimal);
        } else if (number instanceof BigInteger integer) {
            bindDecimal(statement, index, new BigDecimal(integer));
        } else if (number instanceof Double || number instanceof Float) {
            untyped(statement, index, number.toString());
        } else {
            throw ParameterException.noType(number);
        }
    }

    /** One that is too large goes as a text, so that it is the server that refuses it. */
    private static void bindDecimal(PreparedStatement statement, int index, BigDecimal decimal) throws SQLException {
        if (isNumeric(decimal)) {
            statement.setBigDecimal(index, decimal);
        } else {
            untyped(statement, index, decimal.toString());
        }
    }

    static boolean isNumeric(BigDecimal decimal) {
        return (long) decimal.precision() - decimal.scale() <= MOST_DIGITS && decimal.scale() <= MOST_DECIMALS;
    }

    private void bindOther(PreparedStatement statement, int index, Object value) throws SQLException {
        OffsetDateTime moment = Moments.of(value);
        if (moment != null) {
            statement.setObject(index, moment);
        } else {
            untyped(statement, index, text(value));
        }
    }

    /** Returns the text of a single value, or of an element of an array. */
    String text(Object value) {
        if (isJson(value)) {
            try {
                return json.write(value);
            } catch (RuntimeException unwritable) {
                throw ParameterException.noJson(unwritable);
            }
        }
        String text = ValueText.of(value);
        if (text == null) {
            throw ParameterException.noType(value);
        }
        return text;
    }

    private static boolean isJson(Object value) {
        return value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value instanceof JsonParameter
                || value instanceof JsonValue;
    }

    static void untyped(PreparedStatement statement, int index, String text) throws SQLException {
        requireEncodable(text);
        statement.setObject(index, text, Types.OTHER);
    }

    /** The driver would send a question mark instead. */
    private static void requireEncodable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw ParameterException.noText();
                }
                i++;
            }
        }
    }
}
