package org.duetdb.session;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to become of a row that a provider of persistence inserts if it conflicts with one that is there (PostgreSQL,
 * INSERT, "ON CONFLICT Clause"). Names of columns are those of the mapping, in any case if they are not quoted.
 *
 * @param target the columns of the unique constraint
 * @param live the column that is null in rows that count, for unique indexes of these only; null if all count
 * @param overwrites whether the row that is there is overwritten; else it stays as it is
 * @param kept the columns that are not overwritten, beside those of the target
 * @param version the column that counts the changes of a row; null if there is none
 */
public record InsertConflict(List<String> target, String live, boolean overwrites, Set<String> kept, String version) {

    /** Returns the clause for a row. */
    String clause(ColumnParameters.Insert row) {
        String where = live == null ? "" : " WHERE " + inserted(row, live) + " IS NULL";
        String on = " ON CONFLICT ("
                + target.stream().map(name -> inserted(row, name)).collect(Collectors.joining(", ")) + ")" + where;
        return overwrites ? on + " DO UPDATE SET " + assignments(row) : on + " DO NOTHING";
    }

    private String assignments(ColumnParameters.Insert row) {
        String all = row.columns().stream()
                .filter(column -> !isOneOf(target, column) && !isOneOf(kept, column))
                .map(column -> assignment(row, column))
                .collect(Collectors.joining(", "));
        // an assignment of what is the same leaves the row locked, and there
        return all.isEmpty() ? assignment(row, inserted(row, target.get(0))) : all;
    }

    private String assignment(ColumnParameters.Insert row, String column) {
        return version != null && isSame(version, column)
                ? column + " = " + row.table() + "." + column + " + 1"
                : column + " = EXCLUDED." + column;
    }

    /** Returns the name as the statement has it. */
    private static String inserted(ColumnParameters.Insert row, String name) {
        return row.columns().stream()
                .filter(column -> isSame(column, name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("column " + name + " is not among those inserted"));
    }

    private static boolean isOneOf(Collection<String> names, String column) {
        return names.stream().anyMatch(name -> isSame(name, column));
    }

    private static boolean isSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** PostgreSQL folds what is not quoted. */
    private static String folded(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT);
    }
}
