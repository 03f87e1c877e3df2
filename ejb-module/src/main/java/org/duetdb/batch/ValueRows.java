package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Inserts rows by {@code VALUES} with many rows, in which the server takes each value as it takes that of a single row.
 * The numbers of rows are powers of two, but for a last statement with few: so there are not many texts, which stay
 * prepared, and not many round trips.
 */
final class ValueRows {

    /** More rows would not be faster. */
    private static final int ROWS_AT_ONCE = 128;

    /** Fewer go in one statement, however many they are. */
    private static final int FEW = 64;

    private static final int STATEMENTS_AT_ONCE = 64;

    /** The protocol counts parameters in 16 bits. */
    private static final int MOST_PARAMETERS = 65_535;

    /** The server takes up to 1 GB in one message. */
    private static final int CHARACTERS_AT_ONCE = 4 << 20;

    private final Connection connection;
    private final RowBinder binder;
    private final InsertText text;
    private final Object[][] rows;
    private final int most;

    ValueRows(Connection connection, RowBinder binder, InsertText text, Object[][] rows) {
        this.connection = connection;
        this.binder = binder;
        this.text = text;
        this.rows = rows;
        this.most = Math.min(ROWS_AT_ONCE, Integer.highestOneBit(MOST_PARAMETERS / Math.max(1, text.order().length)));
    }

    /** Inserts some of the rows. */
    void insert(int from, int to, Outcome outcome) throws SQLException {
        boolean batches = outcome.takesBatches() && !text.returning();
        int next = from;
        while (next < to) {
            int size = size(next, to);
            try (PreparedStatement statement = connection.prepareStatement(text.withRows(rows, next, next + size))) {
                if (batches) {
                    next = add(statement, next, to, size);
                    outcome.executeBatch(statement);
                } else {
                    next = bind(statement, next, size);
                    outcome.execute(statement);
                }
            }
        }
    }

    /** Adds rows for as long as the text is the same; returns the next one. */
    private int add(PreparedStatement statement, int from, int to, int size) throws SQLException {
        String sql = text.withRows(rows, from, from + size);
        int next = from;
        for (int added = 0; added < STATEMENTS_AT_ONCE; added++) {
            next = bind(statement, next, size);
            statement.addBatch();
            if (size(next, to) != size
                    || !text.withRows(rows, next, next + size).equals(sql)) {
                return next;
            }
        }
        return next;
    }

    private int bind(PreparedStatement statement, int from, int size) throws SQLException {
        int index = 1;
        for (int row = from; row < from + size; row++) {
            index = binder.bind(statement, index, text.order(), rows[row]);
        }
        return from + size;
    }

    /** Returns how many rows the next statement takes. */
    private int size(int from, int to) {
        int left = to - from;
        int size = Math.min(most, left < FEW ? left : Integer.highestOneBit(left));
        while (size > 1 && characters(from, from + size) > CHARACTERS_AT_ONCE) {
            size /= 2;
        }
        return size;
    }

    private long characters(int from, int to) {
        long characters = 0;
        for (int row = from; row < to; row++) {
            for (Object value : rows[row]) {
                if (value instanceof String string) {
                    characters += string.length();
                } else if (value instanceof byte[] bytes) {
                    characters += bytes.length;
                }
            }
        }
        return characters;
    }
}
