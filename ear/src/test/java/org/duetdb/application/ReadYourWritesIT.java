package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.HeldReplica;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request reads what it has written, from a read role whose replica replays nothing meanwhile. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ReadYourWritesIT {

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @BeforeEach
    void holdReplica() throws SQLException {
        HeldReplica.hold(TestRun.databases());
    }

    @AfterEach
    void releaseReplica() throws SQLException {
        HeldReplica.release(TestRun.databases());
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    private String post(String what) throws Exception {
        Answer answer = new Client(address).send("POST", "scenario/consistency/" + what);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alone", "many", "committed", "committed-and-open", "container", "read-later", "written-later"})
    void write_thenRead_isSeenOnThePrimary(String how) throws Exception {
        assertThat(post(how + "?key=k")).isEqualTo("1 on the primary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO scenario (key) VALUES ($1) RETURNING key",
                "WITH written AS (INSERT INTO scenario (key) VALUES ($1) RETURNING key) SELECT key FROM written",
                "SELECT scenario_write($1)"
            })
    void writeInAnOpenTransaction_whateverItLooksLike_isSeenInside(String sql) throws Exception {
        String encoded = URLEncoder.encode(sql, StandardCharsets.UTF_8);
        assertThat(post("open?key=k&sql=" + encoded)).isEqualTo("1 on the primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"only-read", "elsewhere", "rolled-back", "later-only-read"})
    void nothingWrittenThere_readStaysOnTheReplica(String how) throws Exception {
        assertThat(post(how + "?key=k")).isEqualTo("0 on the standby");
    }

    @Test
    void writeUndoneBySavepoint_isNotSeen() throws Exception {
        assertThat(post("undone?key=k")).isEqualTo("0 on the primary");
    }

    @Test
    void nextRequest_readsTheReplicaAgain() throws Exception {
        post("alone?key=k");
        Answer answer = new Client(address).send("GET", "scenario/consistency?key=k");
        assertThat(answer.body()).isEqualTo("0 on the standby");
    }

    @Test
    void failedRead_inTheTransaction_leavesItIntact() throws Exception {
        assertThat(post("refused?key=k")).isEqualTo("22012 25006 1 on the primary");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void writeThroughTheReadRole_onThePrimary_isRefusedByTheServer() throws Exception {
        assertThat(post("refused-alone?key=k")).isEqualTo("25006 1 on the primary");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void connectionLostInARead_isTheTransactionsLoss() throws Exception {
        Answer answer = new Client(address).send("POST", "scenario/consistency/lost?key=k");
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamed", "streamed-alone"})
    void stream_afterAWrite_hasItAndLetsOthersWriteMeanwhile(String how) throws Exception {
        assertThat(post(how + "?key=k")).isEqualTo("k0 k1 k2");
        assertThat(ScenarioTables.mainKeys(TestRun.databases()))
                .contains("k0", "k1", "k2", "written-1", "written-2", "written-3");
    }

    @Test
    void streamThatNobodyCloses_endsWithTheTransaction() throws Exception {
        int before = TestRun.databases().primary().log().length();
        assertThat(post("streamed-open?key=k")).isEqualTo("1");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
        assertThat(TestRun.databases().primary().log().substring(before))
                .contains("FETCH FORWARD 1 FROM duet_stream_")
                .doesNotContain("ERROR");
    }

    @Test
    void consistencyOff_readRoleStandsBesideTheTransaction() throws Exception {
        assertThat(post("off?key=k")).isEqualTo("0 on the primary");
    }
}
