package org.duetdb.configure;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pool with its datasource, as one server holds it; or another part of a server that pools need, under a name that
 * does not begin as theirs do.
 *
 * @param name the name of the pool
 * @param options all that is set of it, under the server's own names and in the server's own form
 */
public record PoolConfiguration(String name, SortedMap<String, String> options) {

    /** Copies the options. */
    public PoolConfiguration {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** Creates one from options in any order. */
    public PoolConfiguration(String name, Map<String, String> options) {
        this(name, new TreeMap<>(options));
    }
}
