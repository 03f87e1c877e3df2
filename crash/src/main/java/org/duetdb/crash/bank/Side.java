package org.duetdb.crash.bank;

/** One of the two databases. */
public enum Side {
    /** That of the alias {@code default}. */
    APP("database.default.url", "app"),
    /** That of the alias {@code analytics}. */
    ANALYTICS("database.analytics.url", "analytics");

    private final String key;
    private final String database;

    Side(String key, String database) {
        this.key = key;
        this.database = database;
    }

    String key() {
        return key;
    }

    String database() {
        return database;
    }
}
