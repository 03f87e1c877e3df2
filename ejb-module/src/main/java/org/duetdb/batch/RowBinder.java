package org.duetdb.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.duetdb.Origin;
import org.duetdb.type.ParameterBinder;
import org.duetdb.type.ParameterException;

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
            if (row[item] != InsertText.DEFAULT) {
                bind(statement, index++, item, row[item]);
            }
        }
        return index;
    }

    private void bind(PreparedStatement statement, int index, int item, Object value) throws SQLException {
        try {
            values.bind(statement, index, value);
        } catch (ParameterException refused) {
            throw refused.of(
                    columns == null ? "parameter $" + (item + 1) : "a value of column " + columns.get(item), origin);
        }
    }
}
