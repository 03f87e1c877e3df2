package org.duetdb.type;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.UnreadableValueException;

/** Makes of what reading throws the exception that the caller sees. It names column and types, and never a value. */
public final class ReadFailures {

    private static final String CAST = "ask for another type, or cast the column in SQL";

    private ReadFailures() {}

    /**
     * Returns the exception to throw for a column of a result.
     *
     * @param failure what a {@link ColumnReader}, a handle of {@link ColumnHandles}, or the making of one of them threw
     * @param column the column, counted from 1, where the failure does not know it better
     * @throws SQLException the failure itself, if the connection is lost
     */
    public static UnreadableValueException translate(
            Exception failure, ResultSetMetaData columns, int column, Origin origin) throws SQLException {
        requireConnected(failure);
        ConversionException conversion =
                failure instanceof ConversionException known ? known : ConversionException.value(null, null);
        int place = conversion.column() > 0 ? conversion.column() : column;
        return translate(conversion, columns.getColumnLabel(place), type(columns, place), origin);
    }

    /** Returns the exception to throw for a value that a row holds. */
    public static UnreadableValueException translate(
            ConversionException failure, String label, Object value, Origin origin) {
        return translate(failure, label, value == null ? null : value.getClass().getTypeName(), origin);
    }

    private static UnreadableValueException translate(
            ConversionException failure, String label, String type, Origin origin) {
        String column = "column " + label;
        String wanted = failure.wanted() == null ? "its Java type" : failure.wanted();
        String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return switch (failure.kind()) {
            case VALUE ->
                unreadable(
                        "DUET-205",
                        "a value of " + column + (type == null ? "" : ", of type " + type + ",") + " cannot be read as "
                                + wanted + reason,
                        failure.wanted() == null ? "cast the column to text in SQL" : CAST,
                        origin);
            case TYPE ->
                unreadable(
                        "DUET-227",
                        column + " is of " + (type == null ? "a type" : "type " + type) + ", which cannot be read as "
                                + wanted,
                        failure.getMessage() == null ? CAST : failure.getMessage(),
                        origin);
            case NULL ->
                unreadable(
                        "DUET-228",
                        column + " is NULL, which " + wanted + " cannot be",
                        "ask for its wrapper class, or give a default with coalesce in SQL",
                        origin);
        };
    }

    /** Without a cause: the driver would quote the value there. */
    private static UnreadableValueException unreadable(String code, String what, String remedy, Origin origin) {
        return new UnreadableValueException(code, what, remedy, origin, null);
    }

    static void requireConnected(Exception failure) throws SQLException {
        if (failure instanceof SQLException lost
                && lost.getSQLState() != null
                && lost.getSQLState().startsWith("08")) {
            throw lost;
        }
    }

    /** Asked for here only: the driver may send a query of its own to know it. */
    private static String type(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnTypeName(column);
        } catch (SQLException | RuntimeException unknown) {
            return null;
        }
    }
}
