package org.duetdb.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements in which every parameter is the value of a column, so that the column says what type it is: those that a
 * provider of persistence makes of an entity that is new, or changed.
 */
final class ColumnParameters {

    private static final String NAME = "(?:\"[^\"]+\"|[\\w$]+)";
    private static final String TABLE = NAME + "(?:\\." + NAME + ")?";
    private static final String ASSIGNED = NAME + "\\s*=\\s*\\?";

    private static final Pattern INSERT = pattern("insert\\s+into\\s+(" + TABLE + ")\\s*\\(([^()?]+)\\)"
            + "\\s*values\\s*\\(\\s*\\?(?:\\s*,\\s*\\?)*+\\s*\\)");

    private static final Pattern UPDATE = pattern("update\\s+" + TABLE + "\\s+set\\s+" + ASSIGNED + "(?:\\s*,\\s*"
            + ASSIGNED + ")*+\\s+where\\s+[(\\s]*" + ASSIGNED + "(?:[)\\s]+and[(\\s]+" + ASSIGNED + "|\\s+and\\s+"
            + ASSIGNED + ")*+[)\\s]*");

    private static final Pattern COLUMN = Pattern.compile("\"[^\"]+\"|[^\\s,\"]+");

    private ColumnParameters() {}

    /**
     * One row for a table.
     *
     * @param table the name of the table, as it stands in the statement
     * @param columns those of the columns
     */
    record Insert(String table, List<String> columns) {}

    private static Pattern pattern(String regex) {
        return Pattern.compile("\\s*" + regex + "\\s*", Pattern.CASE_INSENSITIVE);
    }

    /** Returns whether the statement is one of these. */
    static boolean areAllIn(String sql) {
        return INSERT.matcher(sql).matches() || UPDATE.matcher(sql).matches();
    }

    /** Returns the statement's row; null if it is not one that inserts a row of parameters, and nothing else. */
    static Insert ofInsert(String sql) {
        Matcher insert = INSERT.matcher(sql);
        if (!insert.matches()) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(insert.group(2));
        while (column.find()) {
            columns.add(column.group());
        }
        return new Insert(insert.group(1), List.copyOf(columns));
    }
}
