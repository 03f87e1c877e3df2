package org.duetdb.type;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the value of one column of the current row; null for SQL {@code NULL} only. */
@FunctionalInterface
public interface ColumnReader {

    Object read(ResultSet result, int column) throws SQLException;
}
