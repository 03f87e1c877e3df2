package org.duetdb.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of a server, in the order of {@code postgresql.conf}: of two with the same name the last one counts. */
record Settings(Map<String, String> values) {

    static final Settings NONE = new Settings(Map.of());

    /**
     * What every cluster has. {@code fsync} and {@code full_page_writes} are on, as they are by default: these servers
     * are crashed on purpose.
     */
    static final Settings BASE = NONE.with("listen_addresses", "127.0.0.1")
            .with("unix_socket_directories", "")
            .with("max_connections", "200")
            .with("max_prepared_transactions", "64")
            .with("timezone", "UTC")
            .with("log_timezone", "UTC")
            .with("log_line_prefix", "%m [%p] %q%u@%d %a ")
            // A standby that was stopped for a while finds the way on, and finds it soon.
            .with("wal_keep_size", "512MB")
            .with("wal_retrieve_retry_interval", "100ms");

    Settings with(String name, String value) {
        return with(Map.of(name, value));
    }

    Settings with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Settings(all);
    }

    /** These settings as lines of {@code postgresql.conf}. */
    String lines() {
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()) + '\n')
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
