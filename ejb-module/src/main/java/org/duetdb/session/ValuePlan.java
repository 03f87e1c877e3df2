package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.type.ColumnReader;
import org.duetdb.type.ReadFailures;

/** Reads the value of the only column. */
record ValuePlan<T>(ResultColumns columns, ColumnReader reader) implements ResultPlan<T> {

    @Override
    @SuppressWarnings("unchecked")
    public T read(ResultSet result, Origin origin) throws SQLException {
        try {
            return (T) reader.read(result, 1);
        } catch (SQLException | RuntimeException failure) {
            throw ReadFailures.translate(failure, result.getMetaData(), 1, origin);
        }
    }
}
