package org.duetdb.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Chooses how a column is read, by the type that the server gives it. */
public final class ColumnReaders {

    private final JsonCodec json;

    public ColumnReaders(JsonCodec json) {
        this.json = json;
    }

    public ColumnReader of(ResultSetMetaData columns, int column) throws SQLException {
        return of(columns.getColumnType(column), columns.getColumnTypeName(column));
    }

    public ColumnReader of(ResultSetMetaData columns, int column, Class<?> wanted) throws SQLException {
        ColumnReader reader = of(columns, column);
        return (result, at) -> wanted.cast(reader.read(result, at));
    }

    public MethodHandle handle(ResultSetMetaData columns, int column, Class<?> wanted) throws SQLException {
        MethodHandle read;
        try {
            read = MethodHandles.publicLookup()
                    .findVirtual(
                            ColumnReader.class,
                            "read",
                            MethodType.methodType(Object.class, ResultSet.class, int.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return MethodHandles.insertArguments(read.bindTo(of(columns, column)), 1, column)
                .asType(MethodType.methodType(wanted, ResultSet.class));
    }

    private ColumnReader of(int type, String name) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER -> ColumnReaders::integer;
            case Types.BIGINT -> ColumnReaders::number;
            case Types.NUMERIC -> ResultSet::getBigDecimal;
            case Types.REAL -> ColumnReaders::real;
            case Types.DOUBLE -> name.equals("money") ? ResultSet::getString : ColumnReaders::doublePrecision;
            case Types.BIT -> name.equals("bool") ? ColumnReaders::flag : ResultSet::getString;
            case Types.BINARY -> ResultSet::getBytes;
            case Types.DATE -> as(LocalDate.class);
            case Types.TIME -> name.equals("timetz") ? as(OffsetTime.class) : as(LocalTime.class);
            case Types.TIMESTAMP -> name.equals("timestamptz") ? as(OffsetDateTime.class) : as(LocalDateTime.class);
            case Types.ARRAY -> this::array;
            default -> other(name);
        };
    }

    private ColumnReader other(String name) {
        return switch (name) {
            case "uuid" -> as(UUID.class);
            case "json", "jsonb" -> this::json;
            default -> ResultSet::getString;
        };
    }

    private static ColumnReader as(Class<?> type) {
        return (result, column) -> result.getObject(column, type);
    }

    private static Object integer(ResultSet result, int column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    private static Object number(ResultSet result, int column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    private static Object real(ResultSet result, int column) throws SQLException {
        float value = result.getFloat(column);
        return result.wasNull() ? null : value;
    }

    private static Object doublePrecision(ResultSet result, int column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? null : value;
    }

    private static Object flag(ResultSet result, int column) throws SQLException {
        boolean value = result.getBoolean(column);
        return result.wasNull() ? null : value;
    }

    private Object json(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? null : json.read(text);
    }

    /** The driver shows an array as a result of its own, with the elements in the second column. */
    private Object array(ResultSet result, int column) throws SQLException {
        Array array = result.getArray(column);
        if (array == null) {
            return null;
        }
        List<Object> elements = new ArrayList<>();
        try (ResultSet values = array.getResultSet()) {
            ColumnReader reader = of(values.getMetaData(), 2);
            while (values.next()) {
                elements.add(reader.read(values, 2));
            }
        } finally {
            array.free();
        }
        return Collections.unmodifiableList(elements);
    }
}
