package org.duetdb.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows to store by a key, of which those with the same key are one: of each column the last value counts. The same are
 * keys that are sure to be the same in the database, whatever the types of the columns: equal values of the same class.
 * A key with null is never the same as another.
 */
final class MergedRows {

    private final List<String> key;
    private final ColumnSets sets;
    private final List<InputRow> rows = new ArrayList<>();
    private final Map<List<Object>, Integer> places = new HashMap<>();

    MergedRows(List<String> key, ColumnSets sets) {
        this.key = key;
        this.sets = sets;
    }

    /** Merges rows, each of which has the key. A row stays where the first one of its key was. */
    static List<InputRow> of(List<InputRow> rows, List<String> key, ColumnSets sets) {
        MergedRows merged = new MergedRows(key, sets);
        rows.forEach(merged::add);
        return merged.rows;
    }

    private void add(InputRow row) {
        List<Object> itsKey = key(row);
        Integer place = itsKey == null ? null : places.putIfAbsent(itsKey, rows.size());
        if (place == null) {
            rows.add(row);
        } else {
            rows.set(place, merge(rows.get(place), row));
        }
    }

    /** Returns the values of the key; null if they are not to be compared. */
    private List<Object> key(InputRow row) {
        List<Object> values = new ArrayList<>(key.size());
        for (String column : key) {
            Object value = row.values()[row.columns().position(column)];
            // equal collections can be written in another order
            if (!(value instanceof Comparable<?>)) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    private InputRow merge(InputRow first, InputRow last) {
        if (first.columns() == last.columns()) {
            return last;
        }
        return first.in(sets.union(List.of(first.columns(), last.columns())), null)
                .with(last);
    }
}
