package org.duetdb.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duetdb.sql.InsertShape;
import org.duetdb.sql.ParsedSql;

/**
 * A statement that inserts one row, taken apart so that it can be written for many.
 *
 * @param table the table as it is written
 * @param columns the columns that get the items, as the server stores their names; empty for those of the table
 * @param head what stands before {@code VALUES}
 * @param tuple the items with their parentheses, in the driver's form
 * @param order for each placeholder of the tuple, which value of a row it takes
 * @param bare whether each item is a placeholder and nothing else
 * @param tail what stands behind the tuple
 * @param updates whether a row that exists is updated
 * @param returning whether it returns rows
 */
record InsertText(
        String table,
        List<String> columns,
        String head,
        String tuple,
        int[] order,
        boolean bare,
        String tail,
        boolean updates,
        boolean returning) {

    /** A value that leaves a column to its default. */
    static final Object DEFAULT = new Object();

    /** Writes the statement for some columns of a table. */
    static InsertText of(String table, List<String> columns, String tail, boolean updates, boolean returning) {
        String head = "INSERT INTO " + table + " (" + QuotedName.list(columns) + ") ";
        String tuple = columns.stream().map(column -> "?").collect(Collectors.joining(",", "(", ")"));
        int[] order = IntStream.range(0, columns.size()).toArray();
        return new InsertText(table, columns, head, tuple, order, true, tail, updates, returning);
    }

    /** Takes a statement apart; null if it is none that inserts one row. */
    static InsertText of(ParsedSql sql) {
        InsertShape shape = sql.insert();
        if (shape == null) {
            return null;
        }
        return new InsertText(
                shape.table(),
                shape.columns(),
                sql.jdbc().substring(0, shape.values()),
                sql.jdbc().substring(shape.open(), shape.close()),
                sql.order(),
                shape.bare(),
                sql.jdbc().substring(shape.close()),
                shape.updates(),
                shape.returning());
    }

    /**
     * Returns the statement for some of the rows. The parentheses around {@code VALUES} mean nothing to the server;
     * with them the driver does not rewrite batches of this statement, and so counts their rows.
     */
    String withRows(Object[][] rows, int from, int to) {
        StringBuilder text = new StringBuilder(head.length() + tail.length() + (to - from) * (tuple.length() + 1) + 16);
        text.append(head).append("(VALUES ");
        for (int row = from; row < to; row++) {
            text.append(row == from ? "" : ",").append(tuple(rows[row]));
        }
        return text.append(") ").append(tail).toString();
    }

    private String tuple(Object[] row) {
        for (Object value : row) {
            if (value == DEFAULT) {
                return Arrays.stream(order)
                        .mapToObj(item -> row[item] == DEFAULT ? "DEFAULT" : "?")
                        .collect(Collectors.joining(",", "(", ")"));
            }
        }
        return tuple;
    }

    /** Returns the statement with an array for each column, which hold any number of rows. */
    String withArrays(String[] elementTypes) {
        return Arrays.stream(elementTypes)
                .map(type -> "?::" + type + "[]")
                .collect(Collectors.joining(",", head + "SELECT * FROM unnest(", ") " + tail));
    }
}
