package org.duetdb.benchmark.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;

/**
 * Two databases on clusters of their own, one of which has a replica, with a counter for each of 10,000 visitors. They
 * end with this JVM, however that ends.
 */
public final class PairOfDatabases implements AutoCloseable {

    /** Room in each page, so that updates stay on it, however long they go on. */
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE visits (id bigint PRIMARY KEY, n bigint NOT NULL) WITH (fillfactor = 50)",
            "INSERT INTO visits SELECT id, 0 FROM generate_series(1, 10000) AS id",
            "ALTER TABLE visits OWNER TO duet_app",
            "VACUUM (FREEZE, ANALYZE) visits");

    private final EmbeddedDatabases databases;

    private PairOfDatabases(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    /** Starts the servers, without whatever would work at times of its own, and fills the tables. */
    public static PairOfDatabases start() throws SQLException {
        EmbeddedDatabases databases = EmbeddedDatabases.builder()
                .setting("autovacuum", "off")
                .setting("checkpoint_timeout", "1h")
                .setting("max_wal_size", "8GB")
                .start();
        try {
            for (String sql : SCHEMA) {
                databases.primary().execute("app", sql);
                databases.analytics().execute("analytics", sql);
            }
            databases.awaitReplication();
            return new PairOfDatabases(databases);
        } catch (SQLException | RuntimeException | Error failure) {
            databases.close();
            throw failure;
        }
    }

    /** Returns the servers' version, as they say it. */
    public String version() throws SQLException {
        try (Connection connection = databases.primary().connect("app")) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Returns what an application is configured with. It contains the password. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new HashMap<>(databases.configuration());
        configuration.put("duet.node", "benchmark");
        return configuration;
    }

    /** Returns the catalog of that configuration. */
    public Catalog catalog() {
        return PropertyCatalog.of(configuration());
    }

    /** Returns the process of the replica. */
    public long replicaPid() {
        return databases.standby().pid();
    }

    /** Returns how often the visitor has been counted in the first database, and in the second. */
    public List<Long> visits(long id) throws SQLException {
        return List.of(visits(databases.primary(), "app", id), visits(databases.analytics(), "analytics", id));
    }

    private static long visits(Cluster cluster, String database, long id) throws SQLException {
        try (Connection connection = cluster.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT n FROM visits WHERE id = " + id)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        databases.close();
    }
}
