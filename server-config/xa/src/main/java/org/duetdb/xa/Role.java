package org.duetdb.xa;

import java.util.Arrays;

/** What the connections of a datasource are for. */
enum Role {
    WRITE,
    READ;

    /** The role as it is written in a configuration. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The role that a configuration names.
     *
     * @throws IllegalArgumentException if it is neither {@code write} nor {@code read}
     */
    static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "DUET-551 the role of a datasource is not known [role=" + word + "]; write or read"));
    }
}
