package org.duetdb.preflight;

/** What has made the transactions of a session read-only, and how that is undone. */
enum ReadOnlySource {
    /** {@code ALTER ROLE}. */
    ROLE,
    /** {@code ALTER ROLE … IN DATABASE}. */
    ROLE_IN_DATABASE,
    /** {@code ALTER DATABASE}. */
    DATABASE,
    /** The options of the connection. */
    CLIENT,
    /** The server's own configuration. */
    SERVER;

    static ReadOnlySource of(SessionFacts facts) {
        return switch (facts.readOnlySource()) {
            case "user" -> ROLE;
            case "database user" -> ROLE_IN_DATABASE;
            case "database" -> DATABASE;
            case "client", "session" -> CLIENT;
            default -> SERVER;
        };
    }

    String remedy(SessionFacts facts) {
        String reset = " RESET default_transaction_read_only";
        return switch (this) {
            case ROLE -> "run ALTER ROLE " + facts.user() + reset;
            case ROLE_IN_DATABASE -> "run ALTER ROLE " + facts.user() + " IN DATABASE " + facts.database() + reset;
            case DATABASE -> "run ALTER DATABASE " + facts.database() + reset;
            case CLIENT -> "remove default_transaction_read_only from the options of the pool";
            case SERVER -> "run ALTER SYSTEM" + reset + " and SELECT pg_reload_conf(), or look into postgresql.conf";
        };
    }
}
