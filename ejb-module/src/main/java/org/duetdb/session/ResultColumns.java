package org.duetdb.session;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.type.ColumnType;
import org.duetdb.type.JsonCodec;

/**
 * The columns of a result: how they are labelled, and of which types they are. Immutable.
 *
 * @param index the labels
 * @param types for each column what it is: a reader of one type must not be used for another
 */
record ResultColumns(ColumnIndex index, ColumnType[] types) {

    /**
     * Reads the columns of a result.
     *
     * @throws InvalidStatementException if two have the same label
     */
    static ResultColumns of(ResultSetMetaData metaData, JsonCodec json, Origin origin) throws SQLException {
        int count = metaData.getColumnCount();
        String[] labels = new String[count];
        ColumnType[] types = new ColumnType[count];
        for (int i = 0; i < count; i++) {
            labels[i] = metaData.getColumnLabel(i + 1);
            types[i] = ColumnType.of(metaData, i + 1);
        }
        try {
            return new ResultColumns(ColumnIndex.of(json, labels), types);
        } catch (IllegalArgumentException duplicate) {
            throw new InvalidStatementException(
                    "DUET-206",
                    "two columns of the result have the label " + duplicate.getMessage(),
                    "name one of them with AS",
                    origin,
                    null);
        }
    }

    int count() {
        return types.length;
    }

    /**
     * Returns whether a result has these columns. The same text can have others: parameters may have brought other
     * types, it may be sent to another database, and tables change.
     */
    boolean areThoseOf(ResultSetMetaData metaData) throws SQLException {
        if (metaData.getColumnCount() != types.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (ColumnType.of(metaData, i + 1) != types[i]
                    || !metaData.getColumnLabel(i + 1).equals(index.label(i))) {
                return false;
            }
        }
        return true;
    }
}
