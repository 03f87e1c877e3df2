package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the value of one column of the current row; null for SQL {@code NULL} only. */
@FunctionalInterface
interface ColumnReader {

    Object read(ResultSet result, int column) throws SQLException;
}
