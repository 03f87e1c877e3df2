package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The startup check of the preflight, over the pools that the configuration makes. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PreflightIT {

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application();
    }

    private JsonObject preflight() throws Exception {
        Answer started = new Client(address).send("GET", "health/started");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        return started.check("duet.preflight");
    }

    @Test
    void started_overPoolsFromTheConfiguration_isUpWithoutAProblem() throws Exception {
        JsonObject check = preflight();
        assertThat(check.getString("status")).isEqualTo("UP");
        assertThat(check.getOrDefault("data", JsonValue.EMPTY_JSON_OBJECT)).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void started_onceUp_staysUpWithoutItsDatabases() throws Exception {
        assertThat(preflight().getString("status")).isEqualTo("UP");
        TestRun.databases().standby().stop();
        try {
            assertThat(preflight().getString("status")).isEqualTo("UP");
        } finally {
            TestRun.databases().standby().start();
            awaitReadiness();
        }
    }

    /** Without the replica it is ready, too. */
    private static boolean isAllUp(Answer ready) {
        return ready.check("duet.databases")
                .getJsonObject("data")
                .getString("state")
                .equals("UP");
    }

    /** A pool notices within a second that its connections have died; the tests that follow need them. */
    private void awaitReadiness() throws Exception {
        for (int asked = 0; asked < 50 && !isAllUp(new Client(address).send("GET", "health/ready")); asked++) {
            Thread.sleep(200);
        }
    }
}
