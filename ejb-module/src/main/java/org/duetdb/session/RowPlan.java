package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.type.ColumnReader;
import org.duetdb.type.ReadFailures;

/** Reads rows, which share the index of their columns. */
record RowPlan(ResultColumns columns, ColumnReader[] readers) implements ResultPlan<Row> {

    @Override
    public Row read(ResultSet result, Origin origin) throws SQLException {
        Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = readers[i].read(result, i + 1);
            } catch (SQLException | RuntimeException failure) {
                throw ReadFailures.translate(failure, result.getMetaData(), i + 1, origin);
            }
        }
        return new ResultRow(columns.index(), values);
    }
}
