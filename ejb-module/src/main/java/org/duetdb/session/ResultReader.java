package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.Row;
import org.duetdb.type.ColumnReader;
import org.duetdb.type.ColumnReaders;
import org.duetdb.type.ReadFailures;

/** Turns a result into rows. */
final class ResultReader {

    private final ColumnReaders readers;

    ResultReader(ColumnReaders readers) {
        this.readers = readers;
    }

    /** Reads all rows, but at most as many as asked for. */
    List<Row> rows(ResultSet result, int most, Origin origin) throws SQLException {
        ResultSetMetaData metaData = result.getMetaData();
        ColumnIndex columns = index(metaData, origin);
        ColumnReader[] reading = new ColumnReader[columns.size()];
        for (int i = 0; i < reading.length; i++) {
            reading[i] = readers.of(metaData, i + 1);
        }
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most && result.next()) {
            rows.add(new ResultRow(columns, values(result, reading, origin)));
        }
        return rows;
    }

    private static Object[] values(ResultSet result, ColumnReader[] reading, Origin origin) throws SQLException {
        Object[] values = new Object[reading.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = reading[i].read(result, i + 1);
            } catch (SQLException | RuntimeException unreadable) {
                throw ReadFailures.translate(unreadable, result.getMetaData(), i + 1, origin);
            }
        }
        return values;
    }

    private static ColumnIndex index(ResultSetMetaData metaData, Origin origin) throws SQLException {
        String[] labels = new String[metaData.getColumnCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = metaData.getColumnLabel(i + 1);
        }
        try {
            return ColumnIndex.of(labels);
        } catch (IllegalArgumentException duplicate) {
            throw new InvalidStatementException(
                    "DUET-206",
                    "two columns of the result have the label " + duplicate.getMessage(),
                    "name one of them with AS",
                    origin,
                    null);
        }
    }
}
