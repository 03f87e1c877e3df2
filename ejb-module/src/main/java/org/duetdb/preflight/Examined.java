package org.duetdb.preflight;

import org.duetdb.Role;
import org.duetdb.catalog.Binding;

/**
 * One database that has been asked.
 *
 * @param binding the database
 * @param facts what it told; null if it did not answer
 * @param problem why it did not; null if it did
 */
public record Examined(Binding binding, SessionFacts facts, String problem) {

    /** Returns whether it did. */
    public boolean answered() {
        return facts != null;
    }

    boolean isWrite() {
        return binding.role() == Role.WRITE;
    }

    /** Returns what stands for its server: pools with the same share its limits. */
    String server() {
        return binding.settings().address().hostList();
    }

    int maxSize() {
        return binding.settings().pool().maxSize();
    }
}
