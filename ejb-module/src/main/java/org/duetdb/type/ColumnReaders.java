package org.duetdb.type;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Chooses how a column is read, by its type and by the class that is wanted. A reader serves every column of the same
 * {@link ColumnType}; it must not be used for one of another, for the driver then reads some of them as something else.
 * For use by any thread.
 */
public final class ColumnReaders {

    private final JsonCodec json;
    private final ArrayReader arrays;

    public ColumnReaders(JsonCodec json) {
        this.json = json;
        this.arrays = new ArrayReader(json);
    }

    /** Returns what reads a column as the class that its type usually has. */
    public ColumnReader of(ResultSetMetaData columns, int column) throws SQLException {
        return of(ColumnType.of(columns, column));
    }

    /** Returns what reads a column of that type as the class that it usually has. */
    public ColumnReader of(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> ScalarReaders::flag;
            case INTEGER -> ScalarReaders::integer;
            case BIGINT -> ScalarReaders::number;
            case NUMERIC -> ResultSet::getBigDecimal;
            case REAL -> ScalarReaders::real;
            case DOUBLE -> ScalarReaders::doublePrecision;
            case BYTEA -> ResultSet::getBytes;
            case DATE -> as(LocalDate.class);
            case TIME -> as(LocalTime.class);
            case TIMETZ -> ScalarReaders::zonedTime;
            case TIMESTAMP -> as(LocalDateTime.class);
            case TIMESTAMPTZ -> as(OffsetDateTime.class);
            case INTERVAL -> ScalarReaders::interval;
            case UUID -> as(UUID.class);
            case JSON -> text(json::read);
            case ARRAY -> arrays;
            case POINTS -> ScalarReaders::points;
            case MONEY, TEXT -> ResultSet::getString;
        };
    }

    /**
     * Returns what reads a column as a class, which may be a primitive: then it never returns null.
     *
     * @throws ConversionException if no value of the column's type can be of that class; {@link ReadFailures} makes the
     *     exception for the caller of it
     */
    public ColumnReader of(ResultSetMetaData columns, int column, Class<?> wanted) throws SQLException {
        ColumnType type = ColumnType.of(columns, column);
        Class<?> boxed = Conversion.boxed(wanted);
        if (!type.canBe(boxed)) {
            throw ConversionException.type(wanted, null).at(column);
        }
        ColumnReader direct = boxed.isAssignableFrom(type.usual()) ? of(type) : direct(type, boxed);
        if (direct == null) {
            ColumnReader usual = of(type);
            return (result, place) -> Conversion.of(usual.read(result, place), wanted, json);
        }
        return wanted.isPrimitive() ? required(direct, wanted) : direct;
    }

    /** Returns what reads a column without its usual class in between; null if that is the way. */
    private ColumnReader direct(ColumnType type, Class<?> wanted) {
        if (wanted == Boolean.class && type == ColumnType.BOOLEAN) {
            return ScalarReaders::bool;
        } else if (wanted == Long.class && type == ColumnType.INTEGER) {
            return ScalarReaders::number;
        } else if (wanted == String.class && type == ColumnType.NUMERIC) {
            return text(ScalarReaders::plain);
        } else if (wanted == Duration.class && type == ColumnType.INTERVAL) {
            return text(content -> IntervalText.parse(content).duration());
        } else if (wanted == Period.class && type == ColumnType.INTERVAL) {
            return text(content -> IntervalText.parse(content).period());
        } else if (type == ColumnType.JSON && !isPlain(wanted)) {
            return wanted == String.class ? ResultSet::getString : bound(wanted);
        }
        return null;
    }

    /** What the values of JSON are, or are converted to, without JSON-B. */
    private static boolean isPlain(Class<?> wanted) {
        return wanted.isAssignableFrom(Map.class)
                || wanted.isAssignableFrom(List.class)
                || wanted == Boolean.class
                || wanted.isEnum()
                || wanted.isArray()
                || wanted != String.class && Numbers.CLASSES.contains(wanted);
    }

    private ColumnReader bound(Class<?> wanted) {
        return text(content -> Conversion.ofJson(content, wanted, json));
    }

    private static ColumnReader text(Function<String, ?> form) {
        return (result, column) -> {
            String text = result.getString(column);
            return text == null ? null : form.apply(text);
        };
    }

    private static ColumnReader as(Class<?> type) {
        return (result, column) -> result.getObject(column, type);
    }

    private static ColumnReader required(ColumnReader reader, Class<?> wanted) {
        return (result, column) -> {
            Object value = reader.read(result, column);
            if (value == null) {
                throw ConversionException.missing(wanted);
            }
            return value;
        };
    }
}
