package org.duetdb.crash.replica;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;

/** A primary and its standby, with the table of the items. */
record ItemDatabases(EmbeddedDatabases databases) implements AutoCloseable {

    private static final String WRITE = "database.default.url";
    private static final String READ = "database.default.read.url";

    static ItemDatabases start() throws SQLException {
        ItemDatabases started = new ItemDatabases(EmbeddedDatabases.start());
        started.primary()
                .execute("app", "CREATE TABLE item (id bigint PRIMARY KEY); ALTER TABLE item OWNER TO duet_app");
        started.databases.awaitReplication();
        return started;
    }

    Cluster primary() {
        return databases.primary();
    }

    Cluster standby() {
        return databases.standby();
    }

    /** The address of the primary alone. */
    String write() {
        return databases.configuration().get(WRITE);
    }

    /** The address of the standby alone. */
    String read() {
        return databases.configuration().get(READ);
    }

    /** An address of one of them, by way of another port. */
    static String by(int port, String address) {
        return address.replaceFirst("(@127\\.0\\.0\\.1:)\\d+", "$1" + port);
    }

    /** The address of both, that one first. */
    String both(Cluster first) {
        Cluster second = first == primary() ? standby() : primary();
        String host = "127.0.0.1:";
        return write().replace(host + primary().port(), host + first.port() + "," + host + second.port());
    }

    /** Gives a setting another value, while the server runs. */
    static void set(Cluster cluster, String setting) throws SQLException {
        cluster.execute("app", "ALTER SYSTEM SET " + setting);
        cluster.execute("app", "SELECT pg_reload_conf()");
    }

    static Set<Long> items(Cluster cluster) throws SQLException {
        try (Connection connection = cluster.connect("app");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM item")) {
            Set<Long> all = new HashSet<>();
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
            return all;
        }
    }

    @Override
    public void close() {
        databases.close();
    }
}
