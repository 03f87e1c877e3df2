package org.duetdb;

import java.io.Serializable;

/**
 * Where a failure arose.
 *
 * @param alias the alias of the database; null where no single one is concerned
 * @param role the role; null where no single one is concerned
 * @param requestId the request; null outside requests
 */
public record Origin(String alias, Role role, String requestId) implements Serializable {

    /** A failure that concerns no single database. */
    public static final Origin NONE = new Origin(null, null, null);

    /** Returns the form used in messages: {@code alias=default, role=write, request=…}; empty for {@link #NONE}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, "alias", alias);
        append(text, "role", role);
        append(text, "request", requestId);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : ", ").append(name).append('=').append(value);
        }
    }
}
