package org.duetdb.type;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads the value of one column of the current row; null for SQL {@code NULL} only. It holds nothing of a result or a
 * connection: it serves every column of the same {@link ColumnType}, on any thread.
 */
@FunctionalInterface
public interface ColumnReader {

    /**
     * Reads.
     *
     * @param column the column, counted from 1
     * @throws SQLException if the driver cannot read the value, or the connection is lost; {@link ReadFailures} tells
     * @throws ConversionException if the value has no exact form in the class that is wanted
     */
    Object read(ResultSet result, int column) throws SQLException;
}
