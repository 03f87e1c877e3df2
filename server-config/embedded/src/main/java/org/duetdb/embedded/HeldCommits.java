package org.duetdb.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Has the commits of a cluster wait for a replica that does not exist, from its creation until it is closed. They have
 * happened then, and whoever asked for them does not know; {@code PREPARE TRANSACTION} waits too. For one thread.
 */
public final class HeldCommits implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WAITING = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

    private final Cluster cluster;

    private HeldCommits(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns when commits wait, which is some time after the server has been told. */
    public static HeldCommits of(Cluster cluster) throws SQLException {
        HeldCommits held = new HeldCommits(cluster);
        try {
            held.configure("ALTER SYSTEM SET synchronous_standby_names = 'absent'");
            held.awaitEffect();
            return held;
        } catch (SQLException | RuntimeException | Error failure) {
            held.close();
            throw failure;
        }
    }

    /** A commit that waits is cancelled, which is a warning. */
    private void awaitEffect() throws SQLException {
        try (Connection connection = cluster.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            do {
                statement.execute("SELECT pg_logical_emit_message(true, 'a commit', 'that is written')");
            } while (statement.getWarnings() == null);
        }
    }

    /**
     * Returns when a commit waits.
     *
     * @throws ClusterException if none does within 30 seconds
     */
    public void await() throws SQLException {
        if (!Polling.until(LIMIT, () -> !cluster.ask("SELECT pid " + WAITING).isEmpty())) {
            throw new ClusterException("No commit waits after " + LIMIT.toSeconds() + " s.");
        }
    }

    /** Ends the sessions whose commit waits. */
    public void terminate() throws SQLException {
        cluster.ask("SELECT pg_terminate_backend(pid) " + WAITING);
    }

    /** Commits wait no longer, those that do included. */
    @Override
    public void close() throws SQLException {
        configure("ALTER SYSTEM RESET synchronous_standby_names");
    }

    private void configure(String command) throws SQLException {
        try (Connection connection = cluster.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
