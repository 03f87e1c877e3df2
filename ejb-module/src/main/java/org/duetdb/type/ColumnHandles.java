package org.duetdb.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/**
 * Readers of columns as method handles, to be composed with the constructor of a record: primitives arrive in it
 * without an object for each. For use by any thread.
 */
public final class ColumnHandles {

    private static final MethodHandle OBJECT = reader("readObject", Object.class, ColumnReader.class, Class.class);

    private final ColumnReaders readers;

    public ColumnHandles(ColumnReaders readers) {
        this.readers = readers;
    }

    /**
     * Returns a handle of the exact type {@code (ResultSet)wanted} that reads the column of the current row. Like a
     * {@link ColumnReader} it serves every result whose column is of the same {@link ColumnType}. What it throws is
     * {@link ConversionException}, which knows the column, or {@link SQLException} if the connection is lost:
     * {@link ReadFailures} tells.
     *
     * @param wanted a primitive does not take NULL
     * @throws ConversionException if no value of the column's type can be of that class
     */
    public MethodHandle of(ResultSetMetaData columns, int column, Class<?> wanted) throws SQLException {
        MethodHandle direct = wanted.isPrimitive() ? direct(ColumnType.of(columns, column), wanted) : null;
        if (direct != null) {
            return MethodHandles.insertArguments(direct, 1, column)
                    .asType(MethodType.methodType(wanted, ResultSet.class));
        }
        ColumnReader reader = readers.of(columns, column, wanted);
        return MethodHandles.insertArguments(OBJECT, 0, reader, wanted, column)
                .asType(MethodType.methodType(wanted, ResultSet.class));
    }

    /** Returns the reader that goes without an object; null if there is none that is exact. */
    private static MethodHandle direct(ColumnType type, Class<?> wanted) {
        return switch (type) {
            case INTEGER -> whole(wanted == double.class ? int.class : wanted);
            case BIGINT -> whole(wanted);
            case REAL -> wanted == float.class || wanted == double.class ? reader("readFloat", float.class) : null;
            case DOUBLE -> wanted == double.class ? reader("readDouble", double.class) : null;
            case BOOLEAN -> wanted == boolean.class ? reader("readBoolean", boolean.class) : null;
            default -> null;
        };
    }

    private static MethodHandle whole(Class<?> wanted) {
        if (wanted == long.class) {
            return reader("readLong", long.class);
        } else if (wanted == int.class) {
            return reader("readInt", int.class);
        }
        return wanted == short.class ? reader("readShort", short.class) : null;
    }

    private static MethodHandle reader(String name, Class<?> returned, Class<?>... first) {
        MethodType type = MethodType.methodType(returned, first);
        type = first.length == 0
                ? type.appendParameterTypes(ResultSet.class, int.class)
                : type.appendParameterTypes(int.class, ResultSet.class);
        try {
            return MethodHandles.lookup().findStatic(PrimitiveReaders.class, name, type);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
