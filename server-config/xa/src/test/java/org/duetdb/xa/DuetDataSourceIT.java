package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The read role for a server that pools plain connections. */
@Timeout(60)
class DuetDataSourceIT {

    @RegisterExtension
    static final TestClusters CLUSTERS = new TestClusters();

    private final DuetDataSource datasource = new DuetDataSource();

    @BeforeEach
    void configure() {
        datasource.setServerNames(new String[] {"127.0.0.1"});
        datasource.setPortNumbers(new int[] {CLUSTERS.primary().port()});
        datasource.setDatabaseName(TestClusters.databaseOf(CLUSTERS.primary()));
        datasource.setUser("duet_app");
        datasource.setPassword(TestClusters.PASSWORD);
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void role_isReadByDefaultAndReadOnlyInTheServer() throws Exception {
        assertThat(datasource.getRole()).isEqualTo("read");
        try (Connection connection = datasource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO item VALUES (1)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
        }
    }

    @Test
    void close_endsTheConnection() throws Exception {
        Connection connection = datasource.getConnection();
        String backend = "SELECT count(*) FROM pg_stat_activity WHERE pid = " + pid(connection);
        assertThat(CLUSTERS.ask(CLUSTERS.primary(), backend)).containsExactly("1");
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        while (!CLUSTERS.ask(CLUSTERS.primary(), backend).equals(List.of("0"))) {
            Thread.sleep(20);
        }
        connection.close();
    }

    @Test
    void isValid_connectionIsTooOld_isFalse() throws Exception {
        datasource.setMaxLifetime(1);
        try (Connection connection = datasource.getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
            Thread.sleep(1000);
            assertThat(connection.isValid(5)).isFalse();
        }
    }

    @Test
    void replicas_areTold() throws Exception {
        datasource.setReplica(true);
        try (Connection one = datasource.getConnection()) {
            String address = "127.0.0.1:" + CLUSTERS.primary().port();
            assertThat(one.getClientInfo("DuetReplicas")).matches(address + " used 1 primary \\d+ 0 0 ");
            datasource.getConnection().close();
            assertThat(one.getClientInfo("DuetReplicas")).matches(address + " used 1 primary \\d+ 0 0 ");
        }
    }

    @Test
    void unwrap_isOnlyWhatItIs() throws Exception {
        assertThat(datasource.isWrapperFor(XADataSource.class)).isTrue();
        assertThat(datasource.unwrap(DataSource.class)).isSameAs(datasource);
        assertThat(datasource.isWrapperFor(Connection.class)).isFalse();
        assertThatThrownBy(() -> datasource.unwrap(Connection.class)).isInstanceOf(SQLException.class);
    }
}
