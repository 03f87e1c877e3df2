package org.duetdb.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened, step by step, and which promise did not hold. */
final class Trace {

    private final List<String> lines = new ArrayList<>();
    private int depth;
    private String violation;

    /** A step of the program. */
    void step(String what) {
        add("  ".repeat(depth) + what);
    }

    /** Something that failed because it was made to. */
    void fault(String what) {
        add("  ".repeat(depth) + "  ! " + what);
    }

    /** How a step ended that threw. */
    void thrown(Throwable failure) {
        add("  ".repeat(depth) + "  -> " + failure);
    }

    /** A promise that does not hold. The first one counts: what follows may follow from it. */
    void violated(String promise) {
        if (violation == null) {
            violation = promise;
            add("*** " + promise);
        }
    }

    /** A promise, and whether it holds. */
    void require(boolean holds, String promise) {
        if (!holds) {
            violated(promise);
        }
    }

    /** Returns the first promise that did not hold; null if all did. */
    String violation() {
        return violation;
    }

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    private void add(String line) {
        if (violation == null || line.startsWith("***")) {
            lines.add(line);
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
