package org.duetdb.batch;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/**
 * What becomes of rows that exist.
 *
 * @param action what is done with them
 * @param key the columns by which they are recognised; empty for any constraint
 */
public record OnConflict(Action action, List<String> key) {

    /** Rows that exist are an error. */
    public static final OnConflict FAIL = new OnConflict(Action.FAIL, List.of());

    /** What is done with a row that exists. */
    enum Action {
        FAIL,
        SKIP,
        UPDATE
    }

    /** Rows that exist stay as they are. */
    public static OnConflict skip(String[] key, Origin origin) {
        return new OnConflict(Action.SKIP, names(key, origin));
    }

    /**
     * Rows that exist are updated.
     *
     * @throws InvalidStatementException if there is no key
     */
    public static OnConflict update(String[] key, Origin origin) {
        List<String> names = names(key, origin);
        if (names.isEmpty()) {
            throw new InvalidStatementException(
                    "DUET-253",
                    "the rows to update have no key",
                    "name the columns of a unique constraint",
                    origin,
                    null);
        }
        return new OnConflict(Action.UPDATE, names);
    }

    private static List<String> names(String[] key, Origin origin) {
        List<String> names = key == null ? List.of() : Arrays.asList(key);
        names.forEach(name -> QuotedName.require(name, origin));
        return List.copyOf(new LinkedHashSet<>(names));
    }

    /**
     * Refuses rows without the key by which they are recognised, if they are to update others.
     *
     * @throws InvalidStatementException if one lacks a column of it
     */
    public void requireKey(List<InputRow> rows, Origin origin) {
        if (!updates()) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String column : key) {
                if (rows.get(i).columns().position(column) < 0) {
                    throw new InvalidStatementException(
                            "DUET-253",
                            "row " + (i + 1) + " has no " + column + ", which is of the key",
                            "give every row its key",
                            origin,
                            null);
                }
            }
        }
    }

    boolean updates() {
        return action == Action.UPDATE;
    }

    /** Returns the clause for rows that have these columns. */
    String clause(ColumnSet columns) {
        if (action == Action.FAIL) {
            return "";
        }
        String target = key.isEmpty() ? "" : " (" + QuotedName.list(key) + ")";
        String update = action == Action.SKIP
                ? ""
                : columns.names().stream()
                        .filter(name -> !key.contains(name))
                        .map(QuotedName::of)
                        .map(name -> name + " = EXCLUDED." + name)
                        .collect(Collectors.joining(", "));
        return "ON CONFLICT" + target + (update.isEmpty() ? " DO NOTHING" : " DO UPDATE SET " + update);
    }
}
