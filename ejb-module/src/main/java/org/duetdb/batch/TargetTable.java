package org.duetdb.batch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server says of a table, asked each time on the connection that is about to insert: nothing that is
 * remembered could be out of date, after a change of the table or of the search path.
 */
final class TargetTable {

    /**
     * The type of each column as the element of an array; null where an array does not come apart into its elements
     * (arrays, composite types), or is written in another way ({@code box}). Without the modifier: a cast would cut
     * what is too long, where the assignment to the column refuses it.
     */
    private static final String COLUMNS = """
            SELECT a.attname,
                CASE WHEN t.typcategory NOT IN ('A', 'C', 'P') AND t.typdelim = ',' AND t.typarray <> 0
                    THEN pg_catalog.format_type(t.oid, -1) END,
                c.relkind = 'r' AND c.relchecks = 0 AND NOT a.atthasdef
                    AND NOT (c.relhasrules OR c.relhastriggers OR c.relrowsecurity)
            FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
                JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE c.oid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";

    private final Map<String, String> elementTypes = new LinkedHashMap<>();
    private boolean passive = true;

    private TargetTable() {}

    /** Asks for a table by its name as it is written in SQL. It has no columns if there is none. */
    static TargetTable ask(Connection connection, String name) throws SQLException {
        TargetTable table = new TargetTable();
        try (PreparedStatement question = connection.prepareStatement(COLUMNS)) {
            question.setObject(1, name, Types.OTHER);
            try (ResultSet columns = question.executeQuery()) {
                while (columns.next()) {
                    table.elementTypes.put(columns.getString(1), columns.getString(2));
                    table.passive &= columns.getBoolean(3);
                }
            }
        }
        return table;
    }

    /**
     * Returns the types of columns as SQL writes them.
     *
     * @param columns their names; all if empty
     * @return for each column its type; null if that is not known, or not to be used in an array
     */
    String[] elementTypes(List<String> columns) {
        return columns.isEmpty()
                ? elementTypes.values().toArray(new String[0])
                : columns.stream().map(elementTypes::get).toArray(String[]::new);
    }

    /** Returns whether it is a table in which nothing runs when a row is inserted. */
    boolean isPassive() {
        return passive && !elementTypes.isEmpty();
    }
}
