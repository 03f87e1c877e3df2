package org.duetdb.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sets of columns that the rows of one call have, each of them once. For one thread. */
public final class ColumnSets {

    private final Map<Set<String>, ColumnSet> known = new HashMap<>();

    /** Returns the set of these columns, always the same one. */
    public ColumnSet of(Set<String> names) {
        ColumnSet set = known.get(names);
        if (set == null) {
            Set<String> copy = Set.copyOf(names);
            set = new ColumnSet(copy);
            known.put(copy, set);
        }
        return set;
    }

    /** Returns the set of all columns of these. */
    ColumnSet union(Collection<ColumnSet> sets) {
        Set<String> names = new HashSet<>();
        sets.forEach(set -> names.addAll(set.names()));
        return of(names);
    }
}
