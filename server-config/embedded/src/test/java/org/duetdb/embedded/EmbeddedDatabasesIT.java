package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedDatabasesIT {

    private static final String PASSWORD = "p@ss/w?r:d %+'ä";

    private static EmbeddedDatabases databases;

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.builder()
                .password("duet_app", PASSWORD)
                .setting("log_statement", "all")
                .start();
    }

    @AfterAll
    static void close() {
        databases.close();
    }

    @Test
    void configuration_urls_leadToTheRolesDatabases() throws SQLException {
        Map<String, String> configuration = databases.configuration();
        assertThat(configuration)
                .containsOnlyKeys("database.default.url", "database.default.read.url", "database.analytics.url");
        assertThat(whereabouts(configuration.get("database.default.url")))
                .isEqualTo("duet_app app " + databases.primary().port() + " f");
        assertThat(whereabouts(configuration.get("database.default.read.url")))
                .isEqualTo("duet_app app " + databases.standby().port() + " t");
        assertThat(whereabouts(configuration.get("database.analytics.url")))
                .isEqualTo("duet_app analytics " + databases.analytics().port() + " f");
    }

    private static String whereabouts(String url) throws SQLException {
        URI uri = URI.create(url);
        assertThat(uri.getScheme()).isEqualTo("postgresql");
        String[] user = uri.getUserInfo().split(":", 2);
        assertThat(user[1]).isEqualTo(PASSWORD);
        String jdbcUrl = "jdbc:postgresql://" + uri.getHost() + ':' + uri.getPort() + uri.getPath();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user[0], user[1])) {
            return text(
                    connection,
                    "SELECT concat_ws(' ', current_user, current_database(), inet_server_port(), pg_is_in_recovery())");
        }
    }

    @Test
    void viewer_anyTable_mayBeReadButNotWritten() throws SQLException {
        try (Connection application = application(databases.primary(), "app")) {
            execute(application, "CREATE TABLE seen AS SELECT 42 AS n");
        }
        databases.awaitReplication();
        for (String cluster : new String[] {"primary", "standby"}) {
            String url = databases.viewerUrls().get(cluster);
            assertThat(url).endsWith("user=viewer&password=" + databases.viewerPassword());
            try (Connection viewer = DriverManager.getConnection(url)) {
                assertThat(text(viewer, "SELECT n FROM seen")).isEqualTo("42");
                assertThatThrownBy(() -> execute(viewer, "DELETE FROM seen")).isInstanceOf(SQLException.class);
            }
        }
        try (Connection viewer =
                DriverManager.getConnection(databases.viewerUrls().get("analytics"))) {
            assertThat(text(viewer, "SELECT current_database()")).isEqualTo("analytics");
        }
    }

    @Test
    void awaitReplication_rowWrittenOnThePrimary_isOnTheStandby() throws SQLException {
        try (Connection primary = application(databases.primary(), "app");
                Connection standby = application(databases.standby(), "app")) {
            execute(primary, "CREATE TABLE streamed (n int)");
            execute(primary, "SET synchronous_commit = off");
            for (int n = 1; n <= 20; n++) {
                execute(primary, "INSERT INTO streamed VALUES (" + n + ")");
                databases.awaitReplication();
                assertThat(text(standby, "SELECT max(n) FROM streamed")).isEqualTo(Integer.toString(n));
            }
        }
    }

    @Test
    void standby_write_isRefused() throws SQLException {
        assertThat(databases.standby().isStandby()).isTrue();
        assertThat(databases.primary().isStandby()).isFalse();
        assertThat(databases.analytics().isStandby()).isFalse();
        try (Connection standby = application(databases.standby(), "app")) {
            assertThatThrownBy(() -> execute(standby, "CREATE TABLE refused (n int)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
        }
    }

    @Test
    void preparedTransactions_preparedOnBoth_areListed() throws SQLException {
        try (Connection primary = application(databases.primary(), "app");
                Connection analytics = application(databases.analytics(), "analytics")) {
            prepare(primary, "one");
            prepare(analytics, "two");
            assertThat(databases.preparedTransactions()).containsExactly("one", "two");
            execute(primary, "ROLLBACK PREPARED 'one'");
            execute(analytics, "ROLLBACK PREPARED 'two'");
        }
        assertThat(databases.preparedTransactions()).isEmpty();
    }

    private static void prepare(Connection connection, String gid) throws SQLException {
        execute(connection, "BEGIN");
        execute(connection, "CREATE TABLE prepared (n int)");
        execute(connection, "PREPARE TRANSACTION '" + gid + "'");
    }

    @Test
    void connect_wrongPassword_isRefused() {
        for (Cluster cluster : new Cluster[] {databases.primary(), databases.standby(), databases.analytics()}) {
            assertThatThrownBy(() -> DriverManager.getConnection(cluster.jdbcUrl("postgres"), "postgres", "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void application_role_isNotSuperuser() throws SQLException {
        try (Connection application = application(databases.primary(), "app")) {
            String rights = "SELECT concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls)"
                    + " FROM pg_roles WHERE rolname = current_user";
            assertThat(text(application, rights)).isEqualTo("f f f f f");
            assertThatThrownBy(() -> execute(application, "COPY (SELECT 1) TO PROGRAM 'cat'"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void settings_durabilityAndCallers_areInEffect() throws SQLException {
        for (Cluster cluster : new Cluster[] {databases.primary(), databases.standby(), databases.analytics()}) {
            assertThat(cluster.ask("SELECT name || '=' || setting FROM pg_settings WHERE name IN ('fsync',"
                            + " 'full_page_writes', 'log_statement', 'max_connections', 'max_prepared_transactions',"
                            + " 'listen_addresses', 'unix_socket_directories', 'log_timezone') ORDER BY lower(name)"))
                    .containsExactly(
                            "fsync=on",
                            "full_page_writes=on",
                            "listen_addresses=127.0.0.1",
                            "log_statement=all",
                            "log_timezone=UTC",
                            "max_connections=200",
                            "max_prepared_transactions=64",
                            "unix_socket_directories=");
        }
    }

    @Test
    void log_allStatements_showsThemButNoPassword() {
        assertThat(databases.primary().log())
                .contains("CREATE DATABASE app")
                .doesNotContain(PASSWORD)
                .doesNotContain(databases.viewerPassword());
    }

    @Test
    void crash_committedAndPrepared_areThereAfterTheNextStart() throws SQLException {
        Cluster analytics = databases.analytics();
        int port = analytics.port();
        try (Connection connection = application(analytics, "analytics")) {
            execute(connection, "CREATE TABLE kept AS SELECT 1 AS n");
            prepare(connection, "survivor");
            execute(connection, "BEGIN");
            execute(connection, "CREATE TABLE lost (n int)");
            analytics.crash();
        }
        assertThat(analytics.isRunning()).isFalse();

        analytics.start();

        assertThat(analytics.port()).isEqualTo(port);
        assertThat(analytics.log()).contains("automatic recovery in progress");
        try (Connection connection = application(analytics, "analytics")) {
            assertThat(text(connection, "SELECT to_regclass('kept') IS NOT NULL AND to_regclass('lost') IS NULL"))
                    .isEqualTo("t");
            assertThat(databases.preparedTransactions()).containsExactly("survivor");
            execute(connection, "ROLLBACK PREPARED 'survivor'");
        }
    }

    @Test
    void stop_standby_catchesUpAfterTheNextStart() throws SQLException {
        databases.standby().stop();
        try (Connection primary = application(databases.primary(), "app")) {
            execute(primary, "CREATE TABLE meanwhile AS SELECT 5 AS n");
        }
        databases.standby().start();
        databases.awaitReplication();
        try (Connection standby = application(databases.standby(), "app")) {
            assertThat(text(standby, "SELECT n FROM meanwhile")).isEqualTo("5");
        }
    }

    private static Connection application(Cluster cluster, String database) throws SQLException {
        return DriverManager.getConnection(cluster.jdbcUrl(database), "duet_app", PASSWORD);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
