package org.duetdb.type;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The values of one column of many rows as one array. Its elements are of the type that each of them would have as a
 * parameter of its own, so they are assigned to the column in the same way. What is not sure to be is refused.
 */
public final class ColumnArray {

    private static final String UNTYPED = "";

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, UNTYPED),
            Map.entry(Character.class, UNTYPED),
            Map.entry(Float.class, UNTYPED),
            Map.entry(Double.class, UNTYPED),
            Map.entry(Byte.class, "int4"),
            Map.entry(Short.class, "int4"),
            Map.entry(Integer.class, "int4"),
            Map.entry(Long.class, "int8"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(OffsetTime.class, "timetz"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(ZonedDateTime.class, "timestamptz"),
            Map.entry(Instant.class, "timestamptz"));

    private static final Set<String> INTEGERS = Set.of("int4", "int8");

    /** Types of columns to which both are assigned as the same number. */
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final ParameterBinder binder;
    private final StringBuilder text = new StringBuilder("{");
    private String type;

    /** Whether there are integers of both sizes. */
    private boolean mixed;

    /** Creates an empty array. */
    public ColumnArray(ParameterBinder binder) {
        this.binder = binder;
    }

    /**
     * Adds the value of the next row.
     *
     * @return false if it cannot stand beside the others; the array is of no use then
     */
    public boolean add(Object value) {
        if (text.length() > 1) {
            text.append(',');
        }
        if (value == null) {
            text.append("NULL");
            return true;
        }
        String itsType = typeOf(value);
        if (itsType == null || !isJoinedBy(itsType)) {
            return false;
        }
        try {
            return quote(binder.text(value));
        } catch (ParameterException refused) {
            return false;
        }
    }

    private boolean isJoinedBy(String itsType) {
        if (type == null || type.equals(itsType)) {
            type = itsType;
            return true;
        }
        mixed = INTEGERS.contains(type) && INTEGERS.contains(itsType);
        type = mixed ? "int8" : type;
        return mixed;
    }

    /** Returns the type that a value binds as; null if its text is not sure to be the same value. */
    private static String typeOf(Object value) {
        String type = TYPES.get(value.getClass());
        if (type == null) {
            return value.getClass().isArray() || value instanceof Number ? null : UNTYPED;
        } else if (value instanceof BigDecimal decimal) {
            return ParameterBinder.isNumeric(decimal) ? type : null;
        }
        return isBetweenMicroseconds(value) ? null : type;
    }

    /** In the middle of two, server and driver round to different ones. */
    private static boolean isBetweenMicroseconds(Object value) {
        return value instanceof TemporalAccessor time
                && time.isSupported(ChronoField.NANO_OF_SECOND)
                && time.get(ChronoField.NANO_OF_SECOND) % 1000 == 500;
    }

    /** Half of a surrogate pair would be encoded as a question mark. */
    private boolean quote(String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char letter = element.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\');
            } else if (Character.isSurrogate(letter)) {
                if (i + 1 == element.length() || !Character.isSurrogatePair(letter, element.charAt(i + 1))) {
                    return false;
                }
                text.append(letter);
                letter = element.charAt(++i);
            }
            text.append(letter);
        }
        text.append('"');
        return true;
    }

    /** Returns how long the text of the array is, in characters. */
    public int length() {
        return text.length();
    }

    /**
     * Returns the type of the elements.
     *
     * @param ofColumn the type of the column, which it is if they bind untyped, or if all are null; null if not known
     * @return null if it is not known, or not the same for all of them
     */
    public String elementType(String ofColumn) {
        if (type == null || type.equals(UNTYPED)) {
            return ofColumn;
        }
        return mixed && (ofColumn == null || !NUMBERS.contains(ofColumn)) ? null : type;
    }

    /** Binds the array, untyped. */
    public void bind(PreparedStatement statement, int index) throws SQLException {
        ParameterBinder.untyped(statement, index, text + "}");
    }
}
