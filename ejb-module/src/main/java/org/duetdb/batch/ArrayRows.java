package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duetdb.type.ColumnArray;
import org.duetdb.type.ParameterBinder;

/**
 * Inserts rows as one array for each column. One text serves any number of rows, and the server reads, plans and
 * executes one statement.
 */
final class ArrayRows {

    private static final int CHARACTERS_AT_ONCE = 4 << 20;

    private final Connection connection;
    private final ParameterBinder binder;
    private final InsertText text;
    private final Object[][] rows;
    private final String[] columnTypes;

    /** Creates it; {@code columnTypes} are those of the columns, null where one cannot be an element. */
    ArrayRows(Connection connection, ParameterBinder binder, InsertText text, Object[][] rows, String[] columnTypes) {
        this.connection = connection;
        this.binder = binder;
        this.text = text;
        this.rows = rows;
        this.columnTypes = columnTypes;
    }

    /**
     * Inserts some of the rows.
     *
     * @return the first row that is not inserted: {@code to}, or an earlier one if it would be too much for one
     *     statement; {@code from} if these rows cannot be arrays
     */
    int insert(int from, int to, Outcome outcome) throws SQLException {
        ColumnArray[] arrays = new ColumnArray[text.order().length];
        for (int item = 0; item < arrays.length; item++) {
            arrays[item] = new ColumnArray(binder);
        }
        int next = fill(arrays, from, to);
        String[] types = next == from ? null : types(arrays);
        if (types == null) {
            return from;
        }
        try (PreparedStatement statement = connection.prepareStatement(text.withArrays(types))) {
            for (int item = 0; item < arrays.length; item++) {
                arrays[item].bind(statement, item + 1);
            }
            outcome.execute(statement);
        }
        return next;
    }

    private int fill(ColumnArray[] arrays, int from, int to) {
        int row = from;
        for (int characters = 0; row < to && characters < CHARACTERS_AT_ONCE; row++) {
            characters = 0;
            for (int item = 0; item < arrays.length; item++) {
                if (!arrays[item].add(rows[row][text.order()[item]])) {
                    return from;
                }
                characters += arrays[item].length();
            }
        }
        return row;
    }

    /** Returns the types of the elements; null if one is not known. */
    private String[] types(ColumnArray[] arrays) {
        String[] types = new String[arrays.length];
        for (int item = 0; item < types.length; item++) {
            types[item] = arrays[item].elementType(item < columnTypes.length ? columnTypes[item] : null);
            if (types[item] == null) {
                return null;
            }
        }
        return types;
    }
}
