package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.type.ColumnReader;

/** Reads the value of the only column. */
record ValuePlan<T>(ResultColumns columns, ColumnReader reader, Class<T> type) implements ResultPlan<T> {

    @Override
    public T read(ResultSet result) throws SQLException, UnreadableColumn {
        try {
            return type.cast(reader.read(result, 1));
        } catch (SQLException | RuntimeException failure) {
            throw ColumnFailure.of(failure, columns.index().label(0));
        }
    }
}
