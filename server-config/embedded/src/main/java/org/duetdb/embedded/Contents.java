package org.duetdb.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** What the clusters hold from the start: roles, and one empty database each. */
record Contents(Passwords passwords) {

    /** The role of the application. It owns its database, and can do nothing beyond. */
    static final String APPLICATION = "duet_app";

    /** A role that may look at everything. */
    static final String VIEWER = "viewer";

    /** The role of the standby. */
    static final String REPLICATION = "replicator";

    void createReplication(Cluster primary) throws SQLException {
        try (Connection connection = primary.connect("postgres")) {
            create(connection, REPLICATION, "REPLICATION");
        }
    }

    void createDatabase(Cluster cluster, String database) throws SQLException {
        try (Connection connection = cluster.connect("postgres")) {
            create(connection, APPLICATION, "");
            create(connection, VIEWER, "IN ROLE pg_read_all_data, pg_monitor");
            execute(connection, "CREATE DATABASE " + database + " OWNER " + APPLICATION);
        }
    }

    /** The driver hashes the password here, so that it is in no statement and in no log. */
    private void create(Connection connection, String role, String attributes) throws SQLException {
        execute(connection, "CREATE ROLE " + role + " LOGIN " + attributes);
        char[] password = passwords.of(role).toCharArray();
        connection.unwrap(PGConnection.class).alterUserPassword(role, password, "scram-sha-256");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
