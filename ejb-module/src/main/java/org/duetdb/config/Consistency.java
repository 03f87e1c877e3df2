package org.duetdb.config;

/** Which writes the read role of an alias is sure to see. */
public enum Consistency {
    /** None. */
    OFF,
    /** Those of its own request. */
    REQUEST,
    /** Those of its client. */
    SESSION
}
