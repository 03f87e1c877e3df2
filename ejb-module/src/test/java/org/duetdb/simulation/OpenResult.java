package org.duetdb.simulation;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** What the library calls of a {@link ResultSet}. */
final class OpenResult {

    /** All results have one column. Asking for it is no call that fails: how often it is done, a cache decides. */
    static final ResultSetMetaData COLUMNS = Partial.as(ResultSetMetaData.class, new OneColumn());

    private final LentConnection connection;
    private final List<?> rows;
    private int position = -1;

    OpenResult(LentConnection connection, List<?> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    public boolean next() throws SQLException {
        connection.touchObject("next");
        return ++position < rows.size();
    }

    public int getInt(int column) throws SQLException {
        connection.touchObject("getInt");
        return (Integer) rows.get(position);
    }

    public String getString(int column) throws SQLException {
        connection.touchObject("getString");
        Object value = rows.get(position);
        return value == null ? null : value.toString();
    }

    public boolean wasNull() {
        return false;
    }

    public ResultSetMetaData getMetaData() {
        return COLUMNS;
    }

    public void close() throws SQLException {
        connection.touchObject("closing the result");
    }

    /** What the library calls of a {@link ResultSetMetaData}. */
    static final class OneColumn {

        public int getColumnCount() {
            return 1;
        }

        public String getColumnLabel(int column) {
            return "id";
        }

        public String getColumnTypeName(int column) {
            return "int4";
        }

        public int getColumnType(int column) {
            return Types.INTEGER;
        }
    }
}
