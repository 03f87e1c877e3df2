package org.duetdb.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Binds Java arrays of any number of dimensions. An array is of the type that one of its elements would have as a
 * parameter of its own, and untyped where that is.
 */
final class ArrayParameter {

    /** The driver sends these in binary, and exactly. Those of fractions it would send typed. */
    private static final Set<Class<?>> DRIVER_ARRAYS = Set.of(
            short[].class,
            int[].class,
            long[].class,
            boolean[].class,
            Short[].class,
            Integer[].class,
            Long[].class,
            Boolean[].class);

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(short.class, "int2"),
            Map.entry(Short.class, "int2"),
            Map.entry(int.class, "int4"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Byte.class, "int4"),
            Map.entry(long.class, "int8"),
            Map.entry(Long.class, "int8"),
            Map.entry(boolean.class, "bool"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(byte[].class, "bytea"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(OffsetTime.class, "timetz"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(ZonedDateTime.class, "timestamptz"),
            Map.entry(Instant.class, "timestamptz"));

    private final ParameterBinder elements;

    ArrayParameter(ParameterBinder elements) {
        this.elements = elements;
    }

    void bind(PreparedStatement statement, int index, Object array) throws SQLException {
        if (DRIVER_ARRAYS.contains(array.getClass())) {
            statement.setObject(index, array);
            return;
        }
        Object[] texts = texts(PrimitiveArrays.boxed(array));
        String type = TYPES.get(element(array.getClass()));
        if (type == null) {
            ParameterBinder.untyped(statement, index, ArrayText.of(texts));
        } else {
            statement.setArray(index, statement.getConnection().createArrayOf(type, texts));
        }
    }

    private static Class<?> element(Class<?> array) {
        Class<?> element = array.getComponentType();
        return element.isArray() && element != byte[].class ? element(element) : element;
    }

    private Object[] texts(Object[] array) {
        Object[] texts = new Object[array.length];
        for (int i = 0; i < texts.length; i++) {
            Object element = array[i];
            if (element != null) {
                boolean nested = element.getClass().isArray() && !(element instanceof byte[]);
                texts[i] = nested ? texts(PrimitiveArrays.boxed(element)) : elements.text(element);
            }
        }
        return texts;
    }
}
