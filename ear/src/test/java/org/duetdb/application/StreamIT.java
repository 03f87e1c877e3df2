package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.io.EOFException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.RawResponse;
import org.duetdb.fixture.ScenarioTables;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as responses: what they look like, how they end, and what they leave behind. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StreamIT {

    private static final String KINDS = "{\"a\":1,\"b\":2,\"c\":9007199254740993,\"d\":1.50,\"e\":\"NaN\",\"f\":0.1,"
            + "\"g\":true,\"h\":\"ä \\\"x\\\"\",\"i\":\"AP8=\",\"j\":\"infinity\",\"k\":\"24:00:00\","
            + "\"l\":\"2024-05-06T07:08:00\",\"m\":\"2024-05-06T05:08:09.5Z\","
            + "\"n\":\"00112233-4455-6677-8899-aabbccddeeff\",\"o\":{\"p\":[1.10,null,\"q\"]},"
            + "\"p\":[1,null,3],\"q\":null,\"r\":\"Infinity\"}";

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @AfterEach
    void everyConnectionHasBeenGivenBack() throws Exception {
        assertThat(comesTrue(() -> openStreams() == 0 && inUse() == 0)).isTrue();
    }

    /** Counts the backends that wait for a stream to fetch more. */
    private static int openStreams() throws SQLException {
        try (Connection connection = TestRun.databases().standby().connect("app");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE state = 'idle in transaction' AND query = 'FETCH FORWARD 500 FROM duet_stream'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private int inUse() throws Exception {
        return get("../../databases").array().stream()
                .map(JsonValue::asJsonObject)
                .mapToInt(pool -> pool.getInt("inUse"))
                .sum();
    }

    private static boolean comesTrue(Callable<Boolean> question) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!question.call()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private Answer get(String what) throws Exception {
        return new Client(address).send("GET", "scenario/stream/" + what);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.object().getInt("status")).isEqualTo(status);
    }

    @Test
    void stream_ofRows_isAnArrayOfObjects() throws Exception {
        Answer answer = get("numbers?count=3&filler=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo("[{\"n\":1,\"filler\":\"x\"},{\"n\":2,\"filler\":\"x\"},{\"n\":3,\"filler\":\"x\"}]");
    }

    @Test
    void stream_ofNoRow_isAnEmptyArray() throws Exception {
        assertThat(get("numbers?count=0&filler=1").body()).isEqualTo("[]");
    }

    @Test
    void stream_ofRecords_isWrittenByJsonBinding() throws Exception {
        assertThat(get("records").body()).isEqualTo("[{\"left\":1,\"right\":\"r1\"},{\"left\":2,\"right\":\"r2\"}]");
    }

    @Test
    void stream_ofSingleValues_isAnArrayOfThem() throws Exception {
        assertThat(get("values").body()).isEqualTo("[\"r1\",\"r2\"]");
    }

    @Test
    void kinds_areTheSameInAStreamAListAndARow() throws Exception {
        assertThat(get("kinds").body()).isEqualTo("[" + KINDS + "]");
        assertThat(get("kinds-list").body()).isEqualTo("[" + KINDS + "]");
        assertThat(get("kinds-row").body()).isEqualTo(KINDS);
    }

    @Test
    void json_isInUtf8WhateverTheMethodSays() throws Exception {
        assertThat(get("kinds-row").header("Content-Type")).isEqualTo("application/vnd.scenario+json;charset=UTF-8");
    }

    @Test
    void stream_beginsAfterTheCommit() throws Exception {
        ScenarioTables.clear(TestRun.databases());
        assertThat(new Client(address)
                        .send("POST", "scenario/stream/committed?key=k")
                        .body())
                .isEqualTo("[{\"key\":\"k\"}]");
    }

    @Test
    void stream_begunInTheTransactionThatHasEnded_isAnError() throws Exception {
        assertProblem(get("begun"), 500);
    }

    @Test
    void stream_toBeWrittenByAnotherThread_isAnError() throws Exception {
        assertProblem(get("asynchronous"), 500);
    }

    @Test
    void statementThatIsNotValid_isAnErrorResponse() throws Exception {
        Answer answer = get("invalid");
        assertProblem(answer, 500);
        assertThat(answer.object().getString("sqlState")).isEqualTo("42P01");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void failureBeforeAnythingWasSent_isAnErrorResponse(int row) throws Exception {
        Answer answer = get("failure?at=" + row);
        assertProblem(answer, 400);
        assertThat(answer.object().getString("sqlState")).isEqualTo("22012");
    }

    @Test
    void databaseThatIsAway_isAnErrorResponse() throws Exception {
        TestRun.databases().analytics().stop();
        try {
            assertProblem(get("analytics"), 503);
        } finally {
            TestRun.databases().analytics().start();
        }
        assertThat(comesTrue(() -> get("analytics").status() == 200)).isTrue();
    }

    /** The beginning is there, the end is not, and the connection says so at once. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 90_000})
    void failureInTheMidst_cutsTheResponse(int row) throws Exception {
        StringBuilder body = new StringBuilder();
        try (RawResponse response = RawResponse.get(address, "scenario/stream/failure?at=" + row)) {
            assertThat(response.head()).startsWith("HTTP/1.1 200").contains("Connection: close");
            assertThatThrownBy(() -> response.readChunks(part -> body.append(new String(part))))
                    .isInstanceOf(EOFException.class);
        }
        assertThat(body).startsWith("[{\"n\":1,").doesNotContain("]");
    }

    @Test
    void headersAlone_runNoStatement() throws Exception {
        int before = TestRun.databases().standby().log().length();
        Answer answer = new Client(address).send("HEAD", "scenario/stream/invalid");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(TestRun.databases().standby().log().substring(before)).doesNotContain("nowhere");
    }

    /** More of them than there are connections, some that go away in the midst, and some that do not even read. */
    @Test
    void abortedResponses_giveTheirConnectionsBack() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (RawResponse response = RawResponse.get(address, "scenario/stream/numbers?count=5000000&filler=100")) {
                assertThat(response.head()).startsWith("HTTP/1.1 200");
                if (i % 2 == 0) {
                    response.abort();
                }
            }
        }
        assertThat(comesTrue(() -> inUse() == 0)).isTrue();
        assertThat(get("numbers?count=1&filler=1").status()).isEqualTo(200);
    }

    /** The result is larger than the memory of the server; while its client does not read, it is not fetched either. */
    @Test
    void largeResult_isFetchedAsItIsRead() throws Exception {
        AtomicLong rows = new AtomicLong();
        StringBuilder end = new StringBuilder();
        try (RawResponse response = RawResponse.get(address, "scenario/stream/numbers?count=1000000&filler=900")) {
            assertThat(comesTrue(() -> openStreams() == 1)).isTrue();
            response.readChunks(part -> {
                String text = new String(part);
                rows.addAndGet(text.chars().filter(letter -> letter == '}').count());
                end.replace(0, end.length(), (end + text).substring(Math.max(0, end.length() + text.length() - 20)));
            });
        }
        assertThat(rows).hasValue(1_000_000);
        assertThat(end).endsWith("x\"}]");
    }
}
