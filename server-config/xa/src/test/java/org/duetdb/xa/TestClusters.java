package org.duetdb.xa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The databases, started once for all tests and empty for each; looked at from outside, as superuser. */
final class TestClusters implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    static final String PASSWORD = "p@ss/w?r:d %+'ä";

    private EmbeddedDatabases databases;

    @Override
    public void beforeAll(ExtensionContext context) {
        databases = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(EmbeddedDatabases.class, type -> start(), EmbeddedDatabases.class);
    }

    private static EmbeddedDatabases start() {
        return EmbeddedDatabases.builder().password("duet_app", PASSWORD).start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        for (Cluster cluster : List.of(primary(), analytics())) {
            cluster.start();
            execute(
                    cluster,
                    "CREATE TABLE item (id int PRIMARY KEY, parent int REFERENCES item DEFERRABLE INITIALLY DEFERRED)");
            execute(cluster, "ALTER TABLE item OWNER TO duet_app");
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        for (Cluster cluster : List.of(primary(), analytics())) {
            cluster.start();
            for (String gid : ask(cluster, "SELECT gid FROM pg_prepared_xacts")) {
                execute(cluster, "ROLLBACK PREPARED '" + gid + "'");
            }
            execute(
                    cluster,
                    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'duet_app'");
            execute(cluster, "DROP TABLE IF EXISTS item; DROP SCHEMA IF EXISTS duet CASCADE");
        }
    }

    Cluster primary() {
        return databases.primary();
    }

    Cluster standby() {
        return databases.standby();
    }

    Cluster analytics() {
        return databases.analytics();
    }

    void awaitReplication() throws SQLException {
        databases.awaitReplication();
    }

    static String databaseOf(Cluster cluster) {
        return cluster.toString().equals("analytics") ? "analytics" : "app";
    }

    /**
     * Ends the process of the primary that a branch works with, as an administrator would, and returns when it is gone.
     */
    void terminate(TestBranch branch) throws SQLException {
        List<String> gone = ask(primary(), "SELECT pg_terminate_backend(" + branch.pid() + ", 10000)");
        if (!gone.equals(List.of("t"))) {
            throw new IllegalStateException("the process of the branch is still there");
        }
    }

    /** The identifiers of the items that are committed. */
    List<String> items(Cluster cluster) throws SQLException {
        return ask(cluster, "SELECT id FROM item ORDER BY id");
    }

    List<String> prepared(Cluster cluster) throws SQLException {
        return ask(cluster, "SELECT gid FROM pg_prepared_xacts ORDER BY gid");
    }

    List<String> ask(Cluster cluster, String query) throws SQLException {
        try (Connection connection = cluster.connect(databaseOf(cluster));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> answer = new java.util.ArrayList<>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }

    void execute(Cluster cluster, String sql) throws SQLException {
        cluster.execute(databaseOf(cluster), sql);
    }
}
