package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.duetdb.embedded.Cluster;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.ScenarioTables;
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
        tell(TestRun.databases().primary(), "INSERT INTO scenario (key) VALUES ('k')");
        TestRun.databases().awaitReplication();
    }

    @AfterEach
    void bringBack() throws SQLException {
        standby.start();
        tell(standby, "ALTER SYSTEM RESET max_standby_streaming_delay");
        tell(standby, "SELECT pg_reload_conf()");
        TestRun.databases().awaitReplication();
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    private static void tell(Cluster cluster, String sql) throws SQLException {
        try (Connection connection = cluster.connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String send(String method, String what) throws Exception {
        Answer answer = new Client(address).send(method, "scenario/" + what + "?key=k");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consistency", "follower"})
    void query_replicaDiedAndCameBack_noRequestFails(String alias) throws Exception {
        assertThat(send("GET", alias)).isEqualTo("1 on the standby");
        standby.crash();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            assertThat(send("GET", alias)).isEqualTo("1 on the primary");
        }
        standby.start();
        while (!send("GET", alias).equals("1 on the standby")) {
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
        assertThat(send("GET", "consistency/rows")).isEqualTo("ktrue");
        standby.crash();
        assertThat(send("GET", "consistency/rows")).isEqualTo("kfalse");
    }

    @Test
    void query_thatReplayCancels_isDoneOnThePrimary() throws Exception {
        tell(standby, "ALTER SYSTEM SET max_standby_streaming_delay = 0");
        tell(standby, "SELECT pg_reload_conf()");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return send("GET", "consistency/slowly");
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        Thread.sleep(Duration.ofMillis(700).toMillis());
        tell(TestRun.databases().primary(), "BEGIN; LOCK TABLE scenario; COMMIT");
        assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo("kfalse");
        assertThat(standby.log()).contains("canceling statement due to conflict with recovery");
    }
}
