package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Signal;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of the sample application, line by line. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SampleApplicationIT {

    private static final String TRANSFER = "{\"from\": 1, \"to\": 2, \"amount\": 0.10}";

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    @AfterEach
    void nothingStaysPrepared() throws SQLException {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    private Answer get(String path) throws Exception {
        TestRun.databases().awaitReplication();
        return new Client(address).send("GET", path);
    }

    private Answer send(String method, String path, String json) throws Exception {
        return new Client(address).send(method, path, json);
    }

    private static String analytics(String query) throws SQLException {
        try (Connection connection = TestRun.databases().analytics().connect("analytics");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = answer.object();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("type")).isNotBlank();
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("SELECT")
                .doesNotContain("\tat ");
    }

    private BigDecimal balance(int account) throws Exception {
        return get("api/accounts/" + account).object().getJsonNumber("balance").bigDecimalValue();
    }

    @Test
    void users_areCreatedReadChangedAndDeleted() throws Exception {
        Answer created = send("POST", "api/users", "{\"name\": \"Mary\", \"email\": \"mary@example.org\"}");
        assertThat(created.status()).isEqualTo(201);
        int id = created.object().getInt("id");
        assertThat(created.header("Location")).endsWith("/api/users/" + id);
        assertThat(get("api/users/" + id).object().getString("email")).isEqualTo("mary@example.org");

        assertProblem(send("POST", "api/users", "{\"name\": \"Mary\", \"email\": \"mary@example.org\"}"), 409);

        Answer changed = send("PUT", "api/users/" + id, "{\"name\": \"Mary Ann\", \"email\": \"mary@example.org\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.object().getString("name")).isEqualTo("Mary Ann");

        assertThat(new Client(address).send("DELETE", "api/users/" + id).status())
                .isEqualTo(204);
        assertProblem(get("api/users/" + id), 404);
        assertProblem(new Client(address).send("DELETE", "api/users/" + id), 404);
        assertProblem(send("PUT", "api/users/" + id, "{\"name\": \"Mary\", \"email\": \"mary@example.org\"}"), 404);
    }

    @Test
    void duplicateEmail_tellsSqlStateAndConstraintAndNoValue() throws Exception {
        String email = get("api/users?limit=1").array().getJsonObject(0).getString("email");
        Answer answer = send("POST", "api/users", "{\"name\": \"X\", \"email\": \"" + email + "\"}");
        assertProblem(answer, 409);
        assertThat(answer.object().getString("sqlState")).isEqualTo("23505");
        assertThat(answer.object().getString("constraint")).isNotBlank();
        assertThat(answer.body()).doesNotContain(email);
    }

    @Test
    void users_arePagedById() throws Exception {
        List<Integer> ids = get("api/users").array().getValuesAs(JsonObject.class).stream()
                .map(user -> user.getInt("id"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(2).isSorted();
        assertThat(get("api/users?limit=2&offset=1").array().getValuesAs(JsonObject.class))
                .extracting(user -> user.getInt("id"))
                .isEqualTo(ids.subList(1, 3));
        assertProblem(get("api/users?limit=many"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"name\": \"X\"}",
                "{\"name\": 7, \"email\": \"a@b.c\"}",
                "{\"name\": \"X\", \"email\": \"nobody\"}"
            })
    void malformedUser_isABadRequest(String json) throws Exception {
        assertProblem(send("POST", "api/users", json), 400);
    }

    @Test
    void products_areListed() throws Exception {
        JsonObject product = get("api/products").array().getJsonObject(0);
        assertThat(product.getJsonNumber("price").bigDecimalValue().scale()).isEqualTo(2);
        assertThat(product.getInt("stock")).isPositive();
    }

    @Test
    void order_takesStockAndLeavesAnEventInTheOtherDatabase() throws Exception {
        int stock = get("api/products").array().getJsonObject(0).getInt("stock");
        String events = analytics("SELECT count(*) FROM events WHERE kind = 'order'");

        Answer created =
                send("POST", "api/orders", "{\"userId\": 1, \"items\": [{\"productId\": 1, \"quantity\": 2}]}");
        assertThat(created.status()).isEqualTo(201);

        int id = created.object().getInt("id");
        assertThat(created.header("Location")).endsWith("/api/orders/" + id);
        assertThat(get("api/orders/" + id).object().getJsonArray("items")).hasSize(1);
        assertThat(get("api/products").array().getJsonObject(0).getInt("stock")).isEqualTo(stock - 2);
        assertThat(Integer.parseInt(analytics("SELECT count(*) FROM events WHERE kind = 'order'")))
                .isEqualTo(Integer.parseInt(events) + 1);
    }

    @Test
    void orderBeyondTheStock_changesNothingInEitherDatabase() throws Exception {
        String products = get("api/products").body();
        String events = analytics("SELECT count(*) FROM events");
        String json =
                "{\"userId\": 1, \"items\": [{\"productId\": 1, \"quantity\": 1}, {\"productId\": 5, \"quantity\": 1000000}]}";
        assertProblem(send("POST", "api/orders", json), 409);
        assertThat(get("api/products").body()).isEqualTo(products);
        assertThat(analytics("SELECT count(*) FROM events")).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({"999999,1", "1,999999"})
    void orderOfWhatIsNotThere_isNotFound(int user, int product) throws Exception {
        String json = "{\"userId\": %d, \"items\": [{\"productId\": %d, \"quantity\": 1}]}".formatted(user, product);
        assertProblem(send("POST", "api/orders", json), 404);
    }

    @Test
    void transfer_movesExactlyTheAmountAndLeavesAnEvent() throws Exception {
        BigDecimal from = balance(1);
        BigDecimal to = balance(2);
        String events = analytics("SELECT count(*) FROM events WHERE kind = 'transfer'");
        assertThat(send("POST", "api/transfers", TRANSFER).status()).isEqualTo(204);
        assertThat(balance(1)).isEqualTo(from.subtract(new BigDecimal("0.10")));
        assertThat(balance(2)).isEqualTo(to.add(new BigDecimal("0.10")));
        assertThat(Integer.parseInt(analytics("SELECT count(*) FROM events WHERE kind = 'transfer'")))
                .isEqualTo(Integer.parseInt(events) + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,99999999.00,409",
        "1,2,1e15,409",
        "1,2,0,400",
        "1,2,-1,400",
        "1,2,0.001,400",
        "1,999999,1,404",
        "999999,1,1,404"
    })
    void transferThatCannotBe_changesNothing(int from, int to, String amount, int status) throws Exception {
        BigDecimal balance = balance(1);
        String events = analytics("SELECT count(*) FROM events");
        String json = "{\"from\": %d, \"to\": %d, \"amount\": %s}".formatted(from, to, amount);
        assertProblem(send("POST", "api/transfers", json), status);
        assertThat(balance(1)).isEqualTo(balance);
        assertThat(analytics("SELECT count(*) FROM events")).isEqualTo(events);
    }

    @Test
    void stats_countBothDatabases() throws Exception {
        JsonObject stats = get("api/stats").object();
        assertThat(stats.getInt("totalOrders")).isPositive();
        assertThat(stats.getJsonNumber("revenue").bigDecimalValue().scale()).isEqualTo(2);
        assertThat(stats.get("events").getValueType()).isEqualTo(JsonValue.ValueType.NUMBER);
    }

    /** The other database goes away, and comes back. Its pool has a connection that has just been used. */
    @Test
    void statsWithoutAnalytics_stillAnswer() throws Exception {
        assertThat(send("POST", "api/transfers", TRANSFER).status()).isEqualTo(204);
        TestRun.databases().analytics().stop();
        try {
            assertProblem(send("POST", "api/transfers", TRANSFER), 503);
            Answer answer = get("api/stats");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.object().isNull("events")).isTrue();
            assertThat(comesTrue(() -> get("health/ready").status() == 503)).isTrue();
            assertThat(get("health/ready").body())
                    .contains("analytics.write.problem")
                    .contains("DUET-105");
        } finally {
            TestRun.databases().analytics().start();
        }
        assertThat(comesTrue(() -> get("health/ready").status() == 200)).isTrue();
        assertThat(comesTrue(() -> send("POST", "api/transfers", TRANSFER).status() == 204))
                .isTrue();
    }

    /** Once connections have not been used for a second they are asked, and nobody is given one that has died. */
    @Test
    void databaseThatHasBeenRestarted_costsNoRequest() throws Exception {
        assertThat(send("POST", "api/transfers", TRANSFER).status()).isEqualTo(204);
        TestRun.databases().analytics().stop();
        TestRun.databases().analytics().start();
        Thread.sleep(1_500);
        assertThat(send("POST", "api/transfers", TRANSFER).status()).isEqualTo(204);
    }

    /** The server accepts and does not answer: the check must, and within its deadline. */
    @Test
    void readinessOfADatabaseThatHangs_answersAllTheSame() throws Exception {
        ProcessHandle server =
                ProcessHandle.of(TestRun.databases().analytics().pid()).orElseThrow();
        Signal.STOP.send(server);
        try {
            long asked = System.nanoTime();
            assertThat(comesTrue(() -> get("health/ready").status() == 503)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("its deadline is two seconds; what hangs is stopped for good")
                    .isLessThan(Duration.ofSeconds(15));
            assertThat(get("health/ready").body())
                    .contains("\"analytics.write\":\"DOWN\"")
                    .contains("DUET-401")
                    .contains("\"default.write\":\"UP\"");
            assertThat(get("health/live").status()).isEqualTo(200);
        } finally {
            Signal.CONT.send(server);
        }
        assertThat(comesTrue(() -> get("health/ready").status() == 200)).isTrue();
    }

    /** A pool notices within a second that its connections have died, and an answer of readiness may be that old. */
    private static boolean comesTrue(Callable<Boolean> question) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            if (question.call()) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }

    @Test
    void databases_tellTheStateOfEachRole() throws Exception {
        Answer answer = get("databases");
        assertThat(answer.array()).hasSize(8);
        JsonObject replica = answer.array().stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("alias").equals("default")
                        && one.getString("role").equals("read"))
                .findFirst()
                .orElseThrow();
        assertThat(replica.getString("state")).isEqualTo("UP");
        assertThat(replica.getBoolean("recovery")).isTrue();
        assertThat(replica.getInt("maxSize")).isEqualTo(16);
        assertThat(replica.getInt("size")).isEqualTo(replica.getInt("available") + replica.getInt("inUse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/live", "health/ready", "health/started"})
    void health_isUp(String path) throws Exception {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object().getString("status")).isEqualTo("UP");
    }

    @Test
    void readiness_tellsEveryDatasource() throws Exception {
        String ready = get("health/ready").body();
        for (String name : List.of("default.write", "default.read", "analytics.write", "analytics.read")) {
            assertThat(ready)
                    .containsPattern("\"" + name + "\": ?\"UP\"")
                    .containsPattern("\"" + name + ".latency-ms\": ?\"?[0-9]")
                    .containsPattern("\"" + name + ".pool.size\": ?\"?[0-9]")
                    .containsPattern("\"" + name + ".pool.in-use\": ?\"?[0-9]")
                    .containsPattern("\"" + name + ".pool.max-size\": ?\"?16");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,api/nowhere,404",
        "DELETE,api/users,405",
        "GET,api/users/abc,404",
        "GET,api/orders/999999,404",
        "GET,api/accounts/999999,404"
    })
    void whatIsNotThere_isAProblem(String method, String path, int status) throws Exception {
        assertProblem(new Client(address).send(method, path), status);
    }
}
