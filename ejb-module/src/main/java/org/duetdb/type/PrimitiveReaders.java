package org.duetdb.type;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads primitives without an object for each. Use them for columns of the type that is named only; the driver checks
 * the range of {@code int} and {@code short}.
 */
final class PrimitiveReaders {

    private PrimitiveReaders() {}

    /** Reads {@code smallint}, {@code integer} or {@code bigint}. */
    static long readLong(ResultSet result, int column) throws SQLException {
        try {
            long value = result.getLong(column);
            if (value != 0 || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, long.class, column);
        }
        throw ConversionException.missing(long.class).at(column);
    }

    /** Reads {@code smallint}, {@code integer} or {@code bigint}. */
    static int readInt(ResultSet result, int column) throws SQLException {
        try {
            int value = result.getInt(column);
            if (value != 0 || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, int.class, column);
        }
        throw ConversionException.missing(int.class).at(column);
    }

    /** Reads {@code smallint}, {@code integer} or {@code bigint}. */
    static short readShort(ResultSet result, int column) throws SQLException {
        try {
            short value = result.getShort(column);
            if (value != 0 || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, short.class, column);
        }
        throw ConversionException.missing(short.class).at(column);
    }

    /** Reads {@code double precision}. */
    static double readDouble(ResultSet result, int column) throws SQLException {
        try {
            double value = result.getDouble(column);
            if (value != 0 || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, double.class, column);
        }
        throw ConversionException.missing(double.class).at(column);
    }

    /** Reads {@code real}. */
    static float readFloat(ResultSet result, int column) throws SQLException {
        try {
            float value = result.getFloat(column);
            if (value != 0 || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, float.class, column);
        }
        throw ConversionException.missing(float.class).at(column);
    }

    /** Reads {@code boolean} or {@code bit(1)}. */
    static boolean readBoolean(ResultSet result, int column) throws SQLException {
        try {
            boolean value = result.getBoolean(column);
            if (value || !result.wasNull()) {
                return value;
            }
        } catch (SQLException failure) {
            throw unreadable(failure, boolean.class, column);
        }
        throw ConversionException.missing(boolean.class).at(column);
    }

    /** Reads what is an object, or is read as one first. */
    static Object readObject(ColumnReader reader, Class<?> wanted, int column, ResultSet result) throws SQLException {
        try {
            return reader.read(result, column);
        } catch (ConversionException failure) {
            throw failure.at(column);
        } catch (SQLException | RuntimeException failure) {
            throw unreadable(failure, wanted, column);
        }
    }

    private static ConversionException unreadable(Exception failure, Class<?> wanted, int column) throws SQLException {
        ReadFailures.requireConnected(failure);
        String reason =
                failure instanceof SQLException sql && "22003".equals(sql.getSQLState()) ? "it is out of range" : null;
        return ConversionException.value(wanted, reason).at(column);
    }
}
