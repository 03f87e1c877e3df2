package org.duetdb.session;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.duetdb.type.JsonCodec;

/** Which label is which column, and what converts their values: made once and shared by all rows. Immutable. */
final class ColumnIndex {

    private final JsonCodec json;
    private final String[] labels;
    private final Map<String, Integer> positions;

    private ColumnIndex(JsonCodec json, String[] labels, Map<String, Integer> positions) {
        this.json = json;
        this.labels = labels;
        this.positions = positions;
    }

    /**
     * Makes an index.
     *
     * @throws IllegalArgumentException if two columns have the same label; the message is the label
     */
    static ColumnIndex of(JsonCodec json, String... labels) {
        Map<String, Integer> positions = new HashMap<>(labels.length * 2);
        for (int i = 0; i < labels.length; i++) {
            if (positions.put(labels[i], i) != null) {
                throw new IllegalArgumentException(labels[i]);
            }
        }
        return new ColumnIndex(json, labels, positions);
    }

    /** Returns the index of the first columns only. */
    ColumnIndex first(int count) {
        return of(json, Arrays.copyOf(labels, count));
    }

    JsonCodec json() {
        return json;
    }

    int size() {
        return labels.length;
    }

    String label(int column) {
        return labels[column];
    }

    /** Returns the position of a column, -1 if there is none of that label. */
    int position(Object label) {
        Integer position = positions.get(label);
        return position == null ? -1 : position;
    }

    /** Returns the labels in the order of the columns, unmodifiable. */
    Set<String> labels() {
        return new AbstractSet<>() {
            @Override
            public Iterator<String> iterator() {
                return Arrays.asList(labels).iterator();
            }

            @Override
            public boolean contains(Object label) {
                return positions.containsKey(label);
            }

            @Override
            public int size() {
                return labels.length;
            }
        };
    }
}
