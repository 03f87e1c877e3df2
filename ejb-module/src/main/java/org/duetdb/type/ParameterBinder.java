package org.duetdb.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.sql.ParsedSql;

/**
 * Gives a statement its parameters. What binds untyped ({@link Types#OTHER}) is read by the server as the type that its
 * place asks for, exactly as a literal is.
 */
public final class ParameterBinder {

    /** One-dimensional arrays that the driver knows by their class. */
    private static final Set<Class<?>> DRIVER_ARRAYS = Set.of(
            short[].class,
            int[].class,
            long[].class,
            float[].class,
            double[].class,
            boolean[].class,
            Short[].class,
            Integer[].class,
            Long[].class,
            Float[].class,
            Double[].class,
            Boolean[].class);

    private final JsonCodec json;

    public ParameterBinder(JsonCodec json) {
        this.json = json;
    }

    public void bind(PreparedStatement statement, ParsedSql sql, Object[] values, Origin origin) throws SQLException {
        int[] order = sql.order();
        for (int i = 0; i < order.length; i++) {
            Object value = values[order[i]];
            if (!bind(statement, i + 1, value)) {
                throw new InvalidStatementException(
                        "DUET-204",
                        "parameter $" + (order[i] + 1) + " is a "
                                + value.getClass().getTypeName() + ", which has no PostgreSQL type",
                        "convert it to one of the types that DbSession lists",
                        origin,
                        null);
            }
        }
    }

    /**
     * Sets one parameter.
     *
     * @return false if the value is of a class without a PostgreSQL type
     */
    public boolean bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof String text) {
            untyped(statement, index, text);
        } else if (value instanceof Number number) {
            return bindNumber(statement, index, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (value instanceof UUID
                || value instanceof OffsetDateTime
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof LocalTime
                || value instanceof OffsetTime) {
            statement.setObject(index, value);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof ZonedDateTime time) {
            statement.setObject(index, time.toOffsetDateTime());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            untyped(statement, index, json.write(value));
        } else if (value instanceof Enum<?> constant) {
            untyped(statement, index, constant.name());
        } else if (value instanceof Character letter) {
            untyped(statement, index, letter.toString());
        } else {
            return value.getClass().isArray() && bindArray(statement, index, value);
        }
        return true;
    }

    /**
     * Binary fractions go as their shortest decimal text, which the server reads as the type of its place,
     * {@code numeric} included.
     */
    private static boolean bindNumber(PreparedStatement statement, int index, Number number) throws SQLException {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            statement.setInt(index, number.intValue());
        } else if (number instanceof Long) {
            statement.setLong(index, number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            statement.setBigDecimal(index, decimal);
        } else if (number instanceof BigInteger integer) {
            statement.setBigDecimal(index, new BigDecimal(integer));
        } else if (number instanceof Double || number instanceof Float) {
            untyped(statement, index, number.toString());
        } else {
            return false;
        }
        return true;
    }

    /** Returns the text of a value, as an element of an array. */
    String text(Object value) {
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            return json.write(value);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof ZonedDateTime time) {
            return time.toOffsetDateTime().toString();
        }
        return value.toString();
    }

    private static boolean bindArray(PreparedStatement statement, int index, Object array) throws SQLException {
        if (array instanceof String[] texts) {
            untyped(statement, index, ArrayText.of(texts));
        } else if (array instanceof UUID[] || array instanceof BigDecimal[]) {
            Object[] elements = (Object[]) array;
            String type = array instanceof UUID[] ? "uuid" : "numeric";
            statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
        } else if (DRIVER_ARRAYS.contains(array.getClass())) {
            statement.setObject(index, array);
        } else {
            return false;
        }
        return true;
    }

    static void untyped(PreparedStatement statement, int index, String text) throws SQLException {
        statement.setObject(index, text, Types.OTHER);
    }
}
