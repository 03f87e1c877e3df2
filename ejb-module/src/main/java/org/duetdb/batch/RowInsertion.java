package org.duetdb.batch;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Inserts many rows by few statements, in their order: as arrays where the types of the columns allow it, which is the
 * fastest, else as {@code VALUES} with many rows.
 */
final class RowInsertion {

    /** From here on it pays to ask for the columns; fewer are one statement without. */
    private static final int MANY = 64;

    private static final int ROWS_AT_ONCE = 8_192;

    private final Connection connection;
    private final RowBinder binder;
    private final InsertText text;

    RowInsertion(Connection connection, RowBinder binder, InsertText text) {
        this.connection = connection;
        this.binder = binder;
        this.text = text;
    }

    /** Inserts all rows, after asking for the columns if there are many. */
    void insert(Object[][] rows, Outcome outcome) throws SQLException {
        boolean asks = text.bare() && rows.length >= MANY;
        insert(rows, asks ? TargetTable.ask(connection, text.table()) : null, outcome);
    }

    /** Inserts all rows; {@code table} is null if it is not known. */
    void insert(Object[][] rows, TargetTable table, Outcome outcome) throws SQLException {
        ValueRows values = new ValueRows(connection, binder, text, rows);
        ArrayRows arrays = table == null || !text.bare()
                ? null
                : new ArrayRows(connection, binder.values(), text, rows, table.elementTypes(text.columns()));
        int next = 0;
        while (next < rows.length) {
            int end = Math.min(rows.length, next + ROWS_AT_ONCE);
            int reached = arrays == null ? next : arrays.insert(next, end, outcome);
            if (reached == next) {
                values.insert(next, end, outcome);
                reached = end;
            }
            next = reached;
        }
    }
}
