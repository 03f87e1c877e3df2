package org.duetdb;

import java.util.List;
import org.duetdb.DatabaseStatus.State;

/**
 * The state of all databases at one moment, and what it comes to.
 *
 * @param state down if a required database is, and otherwise degraded if any is degraded or down
 * @param databases each alias and role, by alias, the write role first
 */
public record DatabaseHealth(State state, List<DatabaseStatus> databases) {

    /** Copies the list. */
    public DatabaseHealth {
        databases = List.copyOf(databases);
    }
}
