package org.duetdb.xa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.XAConnection;
import org.duetdb.embedded.Cluster;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The write role with two hosts, of which the other one becomes the primary. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FailoverIT {

    private EmbeddedDatabases databases;
    private Cluster first;
    private Cluster second;
    private DuetXADataSource datasource;

    @BeforeEach
    void start() throws SQLException {
        databases = EmbeddedDatabases.builder()
                .password("duet_app", TestClusters.PASSWORD)
                .start();
        first = databases.primary();
        second = databases.standby();
        first.execute("app", "CREATE TABLE item (id int PRIMARY KEY); ALTER TABLE item OWNER TO duet_app");
        databases.awaitReplication();
        datasource = new TestServer("node").datasource(first);
        datasource.setServerNames(new String[] {"127.0.0.1", "127.0.0.1"});
        datasource.setPortNumbers(new int[] {first.port(), second.port()});
        datasource.setTargetServerType("primary");
        datasource.setHostRecheckSeconds(1);
    }

    @AfterEach
    void stop() {
        databases.close();
    }

    private static List<Integer> items(Cluster cluster) throws SQLException {
        try (Connection connection = cluster.connect("app");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM item ORDER BY id")) {
            List<Integer> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getInt(1));
            }
            return all;
        }
    }

    private void insert(int id) throws Exception {
        try (TestBranch branch = TestBranch.written(datasource, TestXid.next(), id)) {
            branch.commitOnePhase();
        }
    }

    /** Writes as a pool of one connection would, and returns what was committed. */
    private final class Writer implements Runnable {

        private final List<Integer> acknowledged = new ArrayList<>();
        private volatile int last;
        private volatile boolean done;

        @Override
        public void run() {
            for (int id = 1; !done; id++) {
                try {
                    insert(id);
                    acknowledged.add(id);
                    last = id;
                } catch (Exception away) {
                    pause();
                }
            }
        }

        private void pause() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitOneMore() throws InterruptedException {
            int before = last;
            while (last == before) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void primaryIsLost_writesGoOnWithThePromotedAndNothingAcknowledgedIsLost() throws Exception {
        first.execute("app", "ALTER SYSTEM SET synchronous_standby_names = '*'");
        first.execute("app", "SELECT pg_reload_conf()");
        Writer writer = new Writer();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(writer);
        writer.awaitOneMore();
        first.crash();
        second.promote();
        writer.awaitOneMore();
        writer.done = true;
        writing.join();
        assertThat(items(second)).containsAll(writer.acknowledged);
    }

    @Test
    void formerPrimary_backAsAStandby_isNotWrittenTo() throws Exception {
        first.stop();
        second.promote();
        databases.follow(first, second);
        assertThat(first.isStandby()).isTrue();
        for (int id = 1; id <= 5; id++) {
            insert(id);
        }
        assertThat(items(second)).hasSize(5);
    }

    @Test
    void preparedBranch_survivesThePromotion() throws Exception {
        TestXid xid = TestXid.next();
        try (TestBranch branch = TestBranch.prepared(datasource, xid, 7)) {
            databases.awaitReplication();
            first.crash();
            second.promote();
            branch.commit();
        }
        assertThat(items(second)).containsExactly(7);
    }

    @Test
    void isValid_standbyInThePlaceOfThePrimary_isNot() throws Exception {
        datasource.setServerNames(new String[] {"127.0.0.1"});
        datasource.setPortNumbers(new int[] {second.port()});
        datasource.setTargetServerType("any");
        XAConnection physical = datasource.getXAConnection();
        try (Connection handle = physical.getConnection()) {
            assertThat(handle.isValid(5)).as("new").isTrue();
            Thread.sleep(1100);
            assertThat(handle.isValid(5)).isFalse();
            second.promote();
            try (Statement statement = handle.createStatement()) {
                statement.execute("SELECT 1");
            }
            assertThat(handle.isValid(5)).as("promoted").isTrue();
        } finally {
            physical.close();
        }
    }
}
