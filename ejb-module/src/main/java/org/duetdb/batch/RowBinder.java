package org.duetdb.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.type.ParameterBinder;

/**
 * Gives statements the values of rows.
 *
 * @param columns what the values are called in messages; null if they are parameters with numbers
 */
record RowBinder(ParameterBinder values, List<String> columns, Origin origin) {

    /**
     * Binds a row.
     *
     * @param first the index of the first parameter
     * @param order for each parameter, which value it takes; defaults take none
     * @return the index of the next parameter
     */
    int bind(PreparedStatement statement, int first, int[] order, Object[] row) throws SQLException {
        int index = first;
        for (int item : order) {
            Object value = row[item];
            if (value != InsertText.DEFAULT && !values.bind(statement, index++, value)) {
                throw new InvalidStatementException(
                        "DUET-204",
                        (columns == null ? "parameter $" + (item + 1) : "a value of column " + columns.get(item))
                                + " is a " + value.getClass().getTypeName() + ", which has no PostgreSQL type",
                        "convert it to one of the types that DbSession lists",
                        origin,
                        null);
            }
        }
        return index;
    }
}
