package org.duetdb.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Into which parts rows come apart that do not all have the same columns. Rows that are inserted stay together and in
 * their order, with defaults for what they leave out. Where rows that exist are updated with the columns that the new
 * one has, each set of columns needs a statement of its own.
 *
 * @param parts the parts, in their order
 * @param reordered whether a row can be executed before one that stood before it
 */
public record InsertPlan(List<Part> parts, boolean reordered) {

    /**
     * Rows with the same columns.
     *
     * @param columns the columns
     * @param rows the values, in the order of the columns
     */
    public record Part(ColumnSet columns, Object[][] rows) {}

    /** Makes a plan for rows, at least one; with a key, each row has it. */
    public static InsertPlan of(List<InputRow> rows, OnConflict conflict, ColumnSets sets) {
        return conflict.updates() ? byColumns(MergedRows.of(rows, conflict.key(), sets)) : together(rows, sets);
    }

    private static InsertPlan together(List<InputRow> rows, ColumnSets sets) {
        Set<ColumnSet> all = new LinkedHashSet<>();
        rows.forEach(row -> all.add(row.columns()));
        ColumnSet columns = sets.union(all);
        Object[][] values = rows.stream()
                .map(row -> row.columns() == columns ? row : row.in(columns, InsertText.DEFAULT))
                .map(InputRow::values)
                .toArray(Object[][]::new);
        return new InsertPlan(List.of(new Part(columns, values)), false);
    }

    private static InsertPlan byColumns(List<InputRow> rows) {
        Map<ColumnSet, List<Object[]>> groups = new LinkedHashMap<>();
        int changes = 0;
        ColumnSet last = null;
        for (InputRow row : rows) {
            groups.computeIfAbsent(row.columns(), columns -> new ArrayList<>()).add(row.values());
            changes += row.columns() == last ? 0 : 1;
            last = row.columns();
        }
        List<Part> parts = new ArrayList<>();
        groups.forEach((columns, values) -> parts.add(new Part(columns, values.toArray(Object[][]::new))));
        return new InsertPlan(Collections.unmodifiableList(parts), changes > parts.size());
    }
}
