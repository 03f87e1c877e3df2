package org.duetdb;

import java.util.Locale;

/** What a database session is for. */
public enum Role {
    /** Reads and writes, on the primary; takes part in the transaction of the request. */
    WRITE,

    /**
     * Reads only, refused otherwise by the server itself; on a replica where one is configured, and outside any
     * transaction, until the same request has written to that database: then on the primary, and in the transaction
     * that has written.
     */
    READ;

    /** Returns the form used in configuration keys, JNDI names and messages: {@code write} or {@code read}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
