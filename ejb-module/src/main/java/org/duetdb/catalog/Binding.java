package org.duetdb.catalog;

import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.config.DatabaseSettings;

/**
 * One database of the application in one role.
 *
 * @param settings all that is configured of it
 */
public record Binding(DatabaseSettings settings) {

    /** Returns the alias. */
    public String alias() {
        return settings.alias();
    }

    /** Returns the role. */
    public Role role() {
        return settings.role();
    }

    /** Returns the origin of what fails outside requests. */
    public Origin origin() {
        return new Origin(alias(), role(), null);
    }

    /** Returns the form used in messages and as the name of a pool: {@code default-write}. */
    public String name() {
        return alias() + "-" + role();
    }

    /** Returns whether it is on other servers than the write role, so that it may be away while that is not. */
    public boolean isReplicaOf(Binding writer) {
        return !settings.address().hosts().equals(writer.settings().address().hosts());
    }
}
