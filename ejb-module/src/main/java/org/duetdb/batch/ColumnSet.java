package org.duetdb.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that rows have, in an order of their own: that of their names, so that texts are few. Immutable. */
public final class ColumnSet {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    ColumnSet(Set<String> names) {
        this.names = names.stream().sorted().toList();
        for (int i = 0; i < this.names.size(); i++) {
            positions.put(this.names.get(i), i);
        }
    }

    /** Returns the names in their order. */
    public List<String> names() {
        return names;
    }

    /** Returns the position of a column; -1 if it is none of these. */
    public int position(Object name) {
        return positions.getOrDefault(name, -1);
    }

    /** Returns how many there are. */
    public int size() {
        return names.size();
    }
}
