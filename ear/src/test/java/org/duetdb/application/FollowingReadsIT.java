package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

/** A request reads what its client has been told by another one, from a replica that replays nothing meanwhile. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class FollowingReadsIT {

    private static final String HEADER = "Duet-Position";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
    }

    private static void releaseLater() {
        try {
            HeldReplica.release(TestRun.databases());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String method, String what, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("scenario/follower" + what))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String written(String how) throws Exception {
        HttpResponse<String> response = send("POST", how + "?key=k");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.headers().firstValue(HEADER).orElseThrow();
    }

    private String look(String... headers) throws Exception {
        HttpResponse<String> response = send("GET", "?key=k", headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/transaction", "/alone", "/later"})
    void write_nextRequestWithItsPosition_seesItOnThePrimary(String how) throws Exception {
        String position = written(how);
        assertThat(look(HEADER, position)).isEqualTo("1 on the primary");
        assertThat(look("Cookie", "duet-position=" + position)).isEqualTo("1 on the primary");
        assertThat(send("GET", "/rows?key=k", HEADER, position).body()).isEqualTo("k");
        assertThat(look()).isEqualTo("0 on the standby");
    }

    @Test
    void transactionWithAPosition_readsAndWritesInside() throws Exception {
        String position = written("/alone");
        assertThat(send("POST", "/inside?key=k", HEADER, position).body())
                .isEqualTo("1 on the primary, 1 on the primary");
        assertThat(ScenarioTables.mainKeys(TestRun.databases())).containsExactlyInAnyOrder("k", "k-inside");
    }

    @Test
    void write_replicaHasReplayedIt_isReadFromTheReplica() throws Exception {
        String position = written("/transaction");
        HeldReplica.release(TestRun.databases());
        assertThat(look(HEADER, position)).isEqualTo("1 on the standby");
    }

    @Test
    void write_replicaReplaysItSoon_isWaitedFor() throws Exception {
        String position = written("/transaction");
        CompletableFuture<Void> soon = CompletableFuture.runAsync(
                FollowingReadsIT::releaseLater, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        assertThat(look(HEADER, position)).isEqualTo("1 on the standby");
        soon.join();
    }

    @Test
    void cookie_isForThisServerAlone() throws Exception {
        HttpResponse<String> response = send("POST", "/alone?key=k");
        assertThat(response.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(
                        "duet-position=" + response.headers().firstValue(HEADER).orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600");
    }

    @Test
    void position_forgedOrForeign_isIgnored() throws Exception {
        String position = written("/alone");
        String forged = position.substring(0, position.length() - 2) + "xx";
        for (String text : new String[] {forged, "nonsense", "a.b", "x".repeat(5000)}) {
            assertThat(look(HEADER, text)).isEqualTo("0 on the standby");
        }
    }

    @Test
    void requestThatCommittedNothing_givesNoPosition() throws Exception {
        assertThat(send("GET", "?key=k").headers().map()).doesNotContainKeys("duet-position", "set-cookie");
        HttpResponse<String> knowing = send("GET", "?key=k", HEADER, written("/alone"));
        assertThat(knowing.body()).isEqualTo("1 on the primary");
        assertThat(knowing.headers().map()).doesNotContainKeys("duet-position", "set-cookie");
        HttpResponse<String> failed = send("POST", "/failing?key=other");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.headers().map()).doesNotContainKeys("duet-position", "set-cookie");
    }

    @Test
    void workOutsideRequests_handsItsPositionOn() throws Exception {
        assertThat(send("POST", "/jobs?key=k").body()).isEqualTo("1 on the primary, 0 on the standby");
    }
}
