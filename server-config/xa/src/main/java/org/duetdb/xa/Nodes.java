package org.duetdb.xa;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The nodes of this process, by name: one, but in tests. An application server makes each datasource by itself, more
 * than one for the same pool, and tells none of the others. That they have to know each other is why this class has the
 * only state that is static.
 */
final class Nodes {

    /** Those of all datasources that an application server makes. */
    static final Nodes OF_THIS_PROCESS = new Nodes();

    private final ConcurrentMap<NodeName, Node> nodes = new ConcurrentHashMap<>();
    private final LeakWatch leaks = new LeakWatch();

    Node named(NodeName name) {
        return nodes.computeIfAbsent(name, unused -> new Node());
    }

    LeakWatch leaks() {
        return leaks;
    }
}
