package org.duetdb.embedded;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Streaming replication from a primary to its hot standby. */
record Replication(Cluster primary, Cluster standby) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Tells the standby whom to follow. The primary has its port by now, and the standby was not started yet. */
    void establish(String password) throws IOException {
        String connection = "host=127.0.0.1 port=" + primary.port() + " user=" + Contents.REPLICATION + " password="
                + quoted(password) + " application_name=" + standby + " sslmode=disable";
        standby.data().add(new Settings(Map.of("primary_conninfo", connection)));
        standby.data().markAsStandby();
    }

    private static String quoted(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    /**
     * Returns when the standby has replayed all that was done on the primary before. The primary commits a mark to its
     * log, which flushes that, so that the position is one that the standby receives, and behind even what was
     * committed with {@code synchronous_commit} off.
     */
    void await() throws SQLException {
        String position =
                primary.ask("SELECT pg_logical_emit_message(true, 'duet', '')").get(0);
        String question = "SELECT pg_last_wal_replay_lsn() >= '" + position + "'";
        if (!Polling.until(LIMIT, () -> standby.ask(question).contains("t"))) {
            throw new ClusterException(
                    "The standby has not replayed the primary up to " + position + " within " + LIMIT.toSeconds()
                            + " s; its log ends:\n" + standby.serverLog().end());
        }
    }
}
