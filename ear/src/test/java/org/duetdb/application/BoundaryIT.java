package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of a request: its roles, its states, its connection, its response. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BoundaryIT {

    private static final int REQUESTS = 200;

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @BeforeEach
    void clear() throws SQLException {
        ScenarioTables.clear(TestRun.databases());
    }

    @AfterEach
    void nothingStaysPrepared() throws SQLException {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    private Answer post(String what) throws Exception {
        return new Client(address).send("POST", "scenario/boundary/" + what + "?key=k");
    }

    private record Use(int backend, Instant since, Instant until) {

        static Use of(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonObject row = answer.object();
            assertThat(row.getInt("same")).isEqualTo(row.getInt("pid"));
            return new Use(
                    row.getInt("pid"), Instant.parse(row.getString("since")), Instant.parse(row.getString("until")));
        }
    }

    @Test
    void concurrentRequests_neverShareABackendWhileTheyOverlap() {
        Client client = new Client(address);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(client.sendAsync("POST", "scenario/boundary/backend"));
        }
        Map<Integer, List<Use>> byBackend = new HashMap<>();
        for (CompletableFuture<Answer> answer : answers) {
            Use use = Use.of(answer.join());
            byBackend
                    .computeIfAbsent(use.backend(), backend -> new ArrayList<>())
                    .add(use);
        }
        for (List<Use> uses : byBackend.values()) {
            uses.sort(Comparator.comparing(Use::since));
            for (int i = 1; i < uses.size(); i++) {
                assertThat(uses.get(i).since()).isAfterOrEqualTo(uses.get(i - 1).until());
            }
        }
        assertThat(byBackend).hasSizeGreaterThan(1);
        assertThat(mostAtOnce(byBackend.values())).isLessThanOrEqualTo(16);
    }

    /** Not the number of backends: a pool may replace one in between. */
    private static long mostAtOnce(Collection<List<Use>> byBackend) {
        List<Use> all = byBackend.stream().flatMap(List::stream).toList();
        return all.stream()
                .mapToLong(one -> all.stream()
                        .filter(other -> !other.since().isAfter(one.since())
                                && other.until().isAfter(one.since()))
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void insertInTheReadRole_isRefusedByTheServer() throws Exception {
        Answer answer = post("read-insert");
        assertThat(answer.status()).isBetween(400, 599);
        assertThat(answer.object().getString("sqlState")).isEqualTo("25006");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).isEmpty();
    }

    @Test
    void readOfTheStandbyBesideOneWrite_preparesNothing() throws Exception {
        int before = TestRun.databases().primary().log().length();
        assertThat(post("read-and-write").body()).isEqualTo("true");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
        assertThat(TestRun.databases().primary().log().substring(before))
                .contains("INSERT INTO scenario")
                .doesNotContain("PREPARE TRANSACTION");
        assertThat(TestRun.databases().standby().log()).doesNotContain("PREPARE TRANSACTION");
    }

    @Test
    void failedRead_doesNotPoisonTheWrite() throws Exception {
        assertThat(post("failed-read").body()).isEqualTo("22012");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void states_followTheTransaction() throws Exception {
        assertThat(new Client(address).send("GET", "scenario/boundary/states").body())
                .isEqualTo("IDLE IDLE IN_TRANSACTION true IDLE COMMITTED false ROLLED_BACK true");
    }

    @Test
    void resourceThatAnotherLeadsTo_isAUnitOfWork() throws Exception {
        assertThat(post("located/write-and-throw").status()).isEqualTo(500);
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).isEmpty();
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).isEmpty();
        assertThat(post("located/write").body()).isEqualTo("IN_TRANSACTION");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
        assertThat(ScenarioTables.analyticsKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void begin_twice_isRefusedAndRollsBack() throws Exception {
        assertThat(post("begin-twice").status()).isEqualTo(500);
    }

    @Test
    void streamedResponse_beginsAfterTheCommit() throws Exception {
        assertThat(post("stream").body()).isEqualTo("default write COMMITTED");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void beginInAMethodThatAnswersLater_isRefusedAndLeavesNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(post("asynchronous").status()).isEqualTo(500);
        }
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).isEmpty();
        assertThat(post("read-and-write").status()).isEqualTo(200);
    }

    private Answer async(String method, String what) throws Exception {
        return new Client(address).send(method, "scenario/async/" + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "begin-suspended"})
    void beginInAMethodThatAnswersLater_saysWhy(String how) throws Exception {
        assertThat(async("POST", how).body()).isEqualTo("DUET-318");
    }

    @Test
    void workInAMethodThatAnswersLater_commits() throws Exception {
        assertThat(async("POST", "work?key=k").body()).isEqualTo("1 COMMITTED");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("k");
    }

    @Test
    void asynchronousWork_outlivesItsRequest() throws Exception {
        assertThat(async("POST", "start?key=a").body()).isEqualTo("started");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).isEmpty();
        assertThat(async("POST", "finish?key=b").body()).isEqualTo("2");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactly("a", "b");
    }

    @Test
    void asynchronousAnswer_isThatOfTheStage() throws Exception {
        assertThat(async("GET", "rows").array()).hasSize(2);
        Answer failure = async("GET", "failure");
        assertThat(failure.status()).isBetween(400, 599);
        assertThat(failure.object().getString("sqlState")).isEqualTo("22012");
    }
}
