package org.duetdb.session;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Which label is which column: made once for a result and shared by all its rows. Immutable. */
final class ColumnIndex {

    private final String[] labels;
    private final Map<String, Integer> positions;

    private ColumnIndex(String[] labels, Map<String, Integer> positions) {
        this.labels = labels;
        this.positions = positions;
    }

    /**
     * Makes an index.
     *
     * @throws IllegalArgumentException if two columns have the same label; the message is the label
     */
    static ColumnIndex of(String... labels) {
        Map<String, Integer> positions = new HashMap<>(labels.length * 2);
        for (int i = 0; i < labels.length; i++) {
            if (positions.put(labels[i], i) != null) {
                throw new IllegalArgumentException(labels[i]);
            }
        }
        return new ColumnIndex(labels, positions);
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
