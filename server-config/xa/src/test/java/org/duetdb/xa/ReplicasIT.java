package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.XAConnection;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A read role with two standbys, which fall away, fall back, and come back. */
@Timeout(120)
class ReplicasIT {

    private static EmbeddedDatabases databases;
    private static Cluster one;
    private static Cluster two;

    private final List<Lent> lent = new ArrayList<>();
    private DuetXADataSource datasource;

    /** A connection of the pool, as the pool has it. */
    private record Lent(XAConnection physical, Connection handle) {

        int port() throws SQLException {
            try (Statement statement = handle.createStatement();
                    ResultSet row = statement.executeQuery("SELECT inet_server_port()")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.builder()
                .password("duet_app", TestClusters.PASSWORD)
                .standbys(2)
                .start();
        one = databases.standbys().get(0);
        two = databases.standbys().get(1);
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void configure() {
        datasource = new TestServer("node").readOnly(one);
        datasource.setAlias("default");
        datasource.setServerNames(new String[] {"127.0.0.1", "127.0.0.1"});
        datasource.setPortNumbers(new int[] {one.port(), two.port()});
        datasource.setReplica(true);
    }

    @AfterEach
    void restore() throws SQLException {
        for (Lent each : lent) {
            each.physical().close();
        }
        for (Cluster standby : databases.standbys()) {
            standby.start();
            standby.execute("app", "SELECT pg_wal_replay_resume()");
        }
        databases.awaitReplication();
    }

    private Lent connect() throws SQLException {
        XAConnection physical = datasource.getXAConnection();
        Lent made = new Lent(physical, physical.getConnection());
        lent.add(made);
        return made;
    }

    private void close(Lent connection) throws SQLException {
        connection.physical().close();
        lent.remove(connection);
    }

    private List<Integer> portsOf(int connections) throws SQLException {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            ports.add(connect().port());
        }
        return ports;
    }

    private Lent connectTo(Cluster cluster) throws SQLException {
        while (true) {
            Lent made = connect();
            if (made.port() == cluster.port()) {
                return made;
            }
        }
    }

    /** As a pool does: what is not valid is closed, and replaced. */
    private void awaitMoveTo(Cluster cluster) throws Exception {
        while (true) {
            for (Lent each : List.copyOf(lent)) {
                if (!each.handle().isValid(5)) {
                    close(each);
                    if (connect().port() == cluster.port()) {
                        return;
                    }
                }
            }
            Thread.sleep(50);
        }
    }

    private void fallBack(Cluster standby) throws SQLException {
        standby.execute("app", "SELECT pg_wal_replay_pause()");
        databases
                .primary()
                .execute(
                        "app",
                        "CREATE TABLE IF NOT EXISTS log (t text); INSERT INTO log SELECT repeat('x', 1000) FROM generate_series(1, 100)");
    }

    @Test
    void connect_twoStandbys_haveAsManyConnectionsEach() throws Exception {
        assertThat(portsOf(6).stream().filter(port -> port == one.port())).hasSize(3);
    }

    @Test
    void connect_oneIsAway_theOtherHasThemAllAndGivesSomeBack() throws Exception {
        two.crash();
        try (LogCapture log = new LogCapture()) {
            assertThat(portsOf(4)).containsOnly(one.port());
            assertThat(lent.get(0).handle().getClientInfo("DuetReplicas"))
                    .matches("127\\.0\\.0\\.1:" + one.port() + " used 4 standby \\d+ 0 0 \n127\\.0\\.0\\.1:"
                            + two.port() + " unused 0 - - - - SQLSTATE 08001");
            assertThat(log.messages())
                    .containsExactly("DUET-554 the replica 127.0.0.1:" + two.port()
                            + " is not read from until it can be: SQLSTATE 08001 [alias=default, role=read];"
                            + " look at that server");
            two.start();
            awaitMoveTo(two);
            awaitMoveTo(two);
            assertThat(log.messages())
                    .last()
                    .isEqualTo("Duet: the replica 127.0.0.1:" + two.port()
                            + " is read from again [alias=default, role=read]");
            Thread.sleep(1100);
            for (Lent each : lent) {
                assertThat(each.handle().isValid(5)).isTrue();
            }
        }
    }

    @Test
    void isValid_oneIsTooOld_isLeftUntilItHasCaughtUp() throws Exception {
        datasource.setMaxLagMillis(500);
        Lent near = connectTo(one);
        Lent far = connectTo(two);
        fallBack(two);
        while (far.handle().isValid(5)) {
            Thread.sleep(50);
        }
        assertThat(near.handle().isValid(5)).isTrue();
        assertThat(near.handle().getClientInfo("DuetReplicas"))
                .containsPattern(two.port() + " unused \\d standby \\d+ \\d{3,} \\d{5,} \\d+ ms and \\d+ bytes behind");
        close(far);
        assertThat(portsOf(3)).containsOnly(one.port());
        two.execute("app", "SELECT pg_wal_replay_resume()");
        awaitMoveTo(two);
    }

    @Test
    void isValid_tooManyBytesBehind_isLeft() throws Exception {
        datasource.setMaxLagBytes(50_000);
        Lent far = connectTo(two);
        fallBack(two);
        while (far.handle().isValid(5)) {
            Thread.sleep(50);
        }
    }

    @Test
    void isValid_idlePrimary_isNoLag() throws Exception {
        datasource.setMaxLagMillis(300);
        Lent connection = connect();
        Thread.sleep(1500);
        assertThat(connection.handle().isValid(5)).isTrue();
    }

    @Test
    void connect_allAreBehind_saysThatThereIsNone() throws Exception {
        datasource.setMaxLagBytes(50_000);
        fallBack(one);
        fallBack(two);
        while (true) {
            try {
                close(connect());
            } catch (SQLException none) {
                assertThat(none.getSQLState()).isEqualTo("08001");
                assertThat(none.getMessage()).contains("bytes behind");
                break;
            }
        }
        assertThatThrownBy(this::connect)
                .hasMessage("no replica is to be read from: 127.0.0.1:" + one.port() + ", 127.0.0.1:" + two.port());
    }

    @Test
    void connection_whateverItWasMadeFor_isReadOnly() throws Exception {
        Lent connection = connect();
        try (Statement statement = connection.handle().createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TEMPORARY TABLE t (i int)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
        }
    }
}
