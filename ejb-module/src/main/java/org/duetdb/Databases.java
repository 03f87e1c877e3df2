package org.duetdb;

import java.util.List;
import java.util.Set;

/** The databases of the application. Injected, application-scoped, for use by any thread; no effect on transactions. */
public interface Databases {

    /** Returns the configured aliases, sorted; empty if there is none. */
    Set<String> aliases();

    /** Returns whether the alias is configured. */
    default boolean isConfigured(String alias) {
        return aliases().contains(alias);
    }

    /**
     * Asks every database at the same time, and returns within the deadline of the health checks, whatever hangs.
     *
     * @return one element for each alias and role, by alias, the write role first
     */
    List<DatabaseStatus> status();
}
