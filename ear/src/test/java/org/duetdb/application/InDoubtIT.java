package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
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

/** What an operator sees of a branch whose application server does not come back. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class InDoubtIT {

    private static final String GID = "duet:gone:AAAA:AQ";

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    /** For a moment, what was found out before is told again. */
    @BeforeEach
    void leaveABranch() throws Exception {
        analytics("BEGIN", "PREPARE TRANSACTION '" + GID + "'");
        awaitReadinessTelling(1);
    }

    @AfterEach
    void resolveIt() throws SQLException {
        if (TestRun.databases().preparedTransactions().contains(GID)) {
            analytics("ROLLBACK PREPARED '" + GID + "'");
        }
    }

    private static void analytics(String... statements) throws SQLException {
        try (Connection connection = TestRun.databases().analytics().connect("analytics");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private JsonObject database(String alias, String role) throws Exception {
        return new Client(address)
                .send("GET", "databases").array().stream()
                        .map(JsonValue::asJsonObject)
                        .filter(one -> one.getString("alias").equals(alias)
                                && one.getString("role").equals(role))
                        .findFirst()
                        .orElseThrow();
    }

    private JsonObject readinessData() throws Exception {
        Answer ready = new Client(address).send("GET", "health/ready");
        assertThat(ready.status()).as(ready.body()).isEqualTo(200);
        return ready.check("duet.databases").getJsonObject("data");
    }

    /** Payara writes the numbers of health data as strings. */
    private static int number(JsonObject data, String name) {
        return Integer.parseInt(data.get(name).toString().replace("\"", ""));
    }

    private void awaitReadinessTelling(int count) throws Exception {
        while (number(readinessData(), "analytics.write.in-doubt") != count) {
            Thread.sleep(10);
        }
    }

    @Test
    void databases_tellItsAliasAndItsNode() throws Exception {
        JsonObject analytics = database("analytics", "write");
        assertThat(analytics.getInt("inDoubt")).isEqualTo(1);
        assertThat(analytics.getInt("inDoubtSeconds")).isBetween(0, 60);
        assertThat(analytics.getJsonArray("inDoubtNodes")).containsExactly(Json.createValue("gone"));
        assertThat(database("default", "write").getInt("inDoubt")).isZero();
        assertThat(database("analytics", "read").get("inDoubt")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void readiness_tellsIt_andStaysUp() throws Exception {
        JsonObject data = readinessData();
        assertThat(number(data, "analytics.write.in-doubt")).isEqualTo(1);
        assertThat(number(data, "analytics.write.in-doubt.age-seconds")).isBetween(0, 60);
        assertThat(data.getString("analytics.write.in-doubt.nodes")).isEqualTo("gone");
        assertThat(number(data, "default.write.in-doubt")).isZero();
    }

    @Test
    void readiness_onceResolved_isNoMore() throws Exception {
        resolveIt();
        awaitReadinessTelling(0);
    }
}
