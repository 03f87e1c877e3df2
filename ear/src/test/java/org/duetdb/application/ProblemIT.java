package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is told, where the server has a part in it: its pool, its provider of the application's class. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ProblemIT {

    private static final int POOL = 16;

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

    private Answer get(String what) throws Exception {
        return new Client(address).send("GET", "scenario/problem/" + what);
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.object().getString("type")).isEqualTo("urn:duet:problem:" + type);
        assertThat(answer.body()).doesNotContain("Exception", "SELECT", "DUET-", "my-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "no-row?key=my-secret, 404, not-found",
        "invalid-value?key=my-secret, 400, invalid-value",
        "statement-timeout, 504, timeout"
    })
    void failureOfAStatement_isAProblem(String what, int status, String type) throws Exception {
        Answer answer = get(what);
        assertProblem(answer, status, type);
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void lockThatOthersHold_isAConflict() throws Exception {
        try (Connection other = TestRun.databases().primary().connect("app");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE scenario");
            assertProblem(get("lock-timeout"), 409, "concurrent-change");
        }
    }

    /** And once they are given back, there are connections again. */
    @Test
    void poolThatGivesNone_isUnavailableAndSaysWhenToTryAgain() throws Exception {
        Answer answer = get("pool-exhausted?size=" + POOL);
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.object()).doesNotContainKey("sqlState");
        assertThat(get("pool-exhausted?size=" + (POOL - 1)).status()).isEqualTo(200);
    }
}
