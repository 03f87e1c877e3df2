package org.duetdb.config;

/** What the read role of a database promises about what the application itself has written. */
public enum Consistency {
    /** Nothing: a replica may not have it yet. */
    OFF,
    /** What a request, or another piece of work, has written is there for what it reads afterwards. */
    REQUEST,
    /** What a client has been told of is there in its later requests, too. */
    SESSION
}
