package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.duetdb.embedded.Cluster;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.HeldReplica;
import org.duetdb.fixture.ScenarioTables;
import org.duetdb.fixture.Signal;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads go on, on the primary, while the replica cannot serve them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReplicaAwayIT {

    private static final int MORE_THAN_THE_POOL_HAS = 20;
    private static final int READERS = 4;
    private static final long WHILE_READING_MILLIS = 300;

    @ArquillianResource
    URI address;

    private final Cluster standby = TestRun.databases().standby();

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @BeforeEach
    void clear() throws SQLException {
        ScenarioTables.clear(TestRun.databases());
        TestRun.databases().primary().execute("app", "INSERT INTO scenario (key) VALUES ('k')");
        TestRun.databases().awaitReplication();
    }

    @AfterEach
    void bringBack() throws SQLException {
        standby.start();
        standby.execute("app", "ALTER SYSTEM RESET max_standby_streaming_delay");
        standby.execute("app", "SELECT pg_reload_conf()");
        TestRun.databases().awaitReplication();
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    private String send(String method, String what) throws Exception {
        Answer answer = new Client(address).send(method, "scenario/" + what + "?key=k");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consistency", "follower"})
    void query_replicaDiedAndCameBack_noRequestFails(String alias) throws Exception {
        await(alias, "1 on the standby");
        standby.crash();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertThat(send("GET", alias)).isEqualTo("1 on the primary");
        }
        standby.start();
        await(alias, "1 on the standby");
    }

    /** It has taken the query, and says nothing more: beyond statement-timeout that counts as being away. */
    @Test
    void query_replicaHangs_isAnsweredByAnother() throws Exception {
        await("follower", "1 on the standby");
        List<ProcessHandle> backends = backends("Duet follower/read");
        assertThat(backends).isNotEmpty();
        for (ProcessHandle backend : backends) {
            Signal.STOP.send(backend);
        }
        try {
            assertThat(send("GET", "follower")).startsWith("1 on the ");
        } finally {
            for (ProcessHandle backend : backends) {
                Signal.CONT.send(backend);
            }
        }
        await("follower", "1 on the standby");
    }

    private List<ProcessHandle> backends(String pool) throws SQLException {
        List<ProcessHandle> backends = new ArrayList<>();
        try (Connection connection = standby.connect("app");
                PreparedStatement statement =
                        connection.prepareStatement("SELECT pid FROM pg_stat_activity WHERE application_name = ?")) {
            statement.setString(1, pool);
            try (ResultSet pids = statement.executeQuery()) {
                while (pids.next()) {
                    backends.add(ProcessHandle.of(pids.getInt(1)).orElseThrow());
                }
            }
        }
        return backends;
    }

    /** Its provider may meet the replica for the first time now. */
    @Test
    void entityManager_replicaDied_noRequestFails() throws Exception {
        standby.crash();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            readProducts();
        }
    }

    /** A provider that finds its connection broken has a mind of its own. */
    @Test
    void entityManager_replicaDiesWhileItReads_noRequestFails() throws Exception {
        AtomicBoolean died = new AtomicBoolean();
        List<CompletableFuture<Integer>> readers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> readUntil(died)))
                .limit(READERS)
                .toList();
        Thread.sleep(WHILE_READING_MILLIS);
        standby.crash();
        Thread.sleep(WHILE_READING_MILLIS);
        died.set(true);
        for (CompletableFuture<Integer> reader : readers) {
            assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
        }
    }

    private int readUntil(AtomicBoolean end) {
        int read = 0;
        for (; !end.get(); read++) {
            readProducts();
        }
        return read;
    }

    private void readProducts() {
        try {
            Answer products = new Client(address).send("GET", "api/products");
            assertThat(products.status()).as(products.body()).isEqualTo(200);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private void await(String what, String expected) throws Exception {
        while (!send("GET", what).equals(expected)) {
            Thread.sleep(100);
        }
    }

    @Test
    void query_inATransactionThatHasNotWritten_isAnsweredInIt() throws Exception {
        standby.crash();
        assertThat(send("POST", "consistency/only-read")).isEqualTo("1 on the primary");
        assertThat(send("POST", "consistency/elsewhere")).isEqualTo("1 on the primary");
    }

    @Test
    void stream_beforeItsFirstRow_isReadOnThePrimary() throws Exception {
        await("consistency/rows", "ktrue");
        standby.crash();
        assertThat(send("GET", "consistency/rows")).isEqualTo("kfalse");
    }

    @Test
    void readiness_replicaIsAway_isDegradedAndUp() throws Exception {
        standby.crash();
        Answer ready;
        do {
            ready = new Client(address).send("GET", "health/ready");
            assertThat(ready.status()).as(ready.body()).isEqualTo(200);
        } while (!ready.body().contains("DUET-105"));
        assertThat(ready.body())
                .contains("\"state\":\"DEGRADED\"", "\"default.write\":\"UP\"")
                .contains("\"default.read\":\"DEGRADED\"", "default.read.problem");
        standby.start();
        while (!new Client(address).send("GET", "health/ready").body().contains("\"default.read\":\"UP\"")) {
            Thread.sleep(100);
        }
    }

    @Test
    void databases_replicaThatReplaysNothing_tellHowFarItIsBehind() throws Exception {
        HeldReplica.hold(TestRun.databases());
        try {
            TestRun.databases().primary().execute("app", "INSERT INTO scenario (key) VALUES ('unseen')");
            JsonObject replica;
            do {
                replica = reading("default");
            } while (isZeroOrUnknown(replica, "lagBytes") || isZeroOrUnknown(replica, "lagMillis"));
            assertThat(replica.getString("state")).isEqualTo("UP");
        } finally {
            HeldReplica.release(TestRun.databases());
        }
        assertThat(reading("analytics").isNull("lagBytes")).isTrue();
    }

    /** That alias takes no replica that has 16 MB of the log to replay. */
    @Test
    void query_replicaIsTooFarBehind_isAnsweredByThePrimaryUntilItHasCaughtUp() throws Exception {
        await("follower", "1 on the standby");
        HeldReplica.hold(TestRun.databases());
        try {
            Cluster primary = TestRun.databases().primary();
            primary.execute("app", "INSERT INTO scenario (key) VALUES ('k')");
            primary.execute("app", "SELECT pg_logical_emit_message(false, 'duet', repeat('x', 20000000))");
            await("follower", "1 on the primary");
            JsonObject behind;
            do {
                behind = reading("follower");
                assertThat(behind.getString("state")).isNotEqualTo("DOWN");
            } while (!behind.getString("state").equals("DEGRADED"));
            assertThat(reading("default").getString("state"))
                    .as("it may be behind as far as it likes")
                    .isEqualTo("UP");
        } finally {
            HeldReplica.release(TestRun.databases());
        }
        await("follower", "1 on the standby");
    }

    @Test
    void databases_replicaThatIsUsed_isNamed() throws Exception {
        JsonObject replica;
        do {
            replica = reading("default");
        } while (!replica.getString("state").equals("UP"));
        JsonObject server = replica.getJsonArray("replicas").getJsonObject(0);
        assertThat(server.getString("address")).endsWith(":" + standby.port());
        assertThat(server.getBoolean("used")).isTrue();
        assertThat(server.getInt("connections")).isPositive();
    }

    private static boolean isZeroOrUnknown(JsonObject status, String figure) {
        return status.isNull(figure) || status.getInt(figure) == 0;
    }

    private JsonObject reading(String alias) throws Exception {
        return new Client(address)
                .send("GET", "databases").array().stream()
                        .map(JsonValue::asJsonObject)
                        .filter(one -> one.getString("alias").equals(alias)
                                && one.getString("role").equals("read"))
                        .findFirst()
                        .orElseThrow();
    }

    private boolean isReadSlowly() throws SQLException {
        try (Connection connection = standby.connect("app");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'")) {
            return rows.next();
        }
    }

    @Test
    void query_thatReplayCancels_isDoneOnThePrimary() throws Exception {
        standby.execute("app", "ALTER SYSTEM SET max_standby_streaming_delay = 0");
        standby.execute("app", "SELECT pg_reload_conf()");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return send("GET", "consistency/slowly");
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        while (!isReadSlowly()) {
            Thread.sleep(50);
        }
        TestRun.databases().primary().execute("app", "BEGIN; LOCK TABLE scenario; COMMIT");
        assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo("kfalse");
        assertThat(standby.log()).contains("canceling statement due to conflict with recovery");
    }
}
