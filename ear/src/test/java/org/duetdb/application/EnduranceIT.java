package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Pools;
import org.duetdb.fixture.RawResponse;
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

/** After ten thousand requests that went well or did not, and after a restart of the databases, all is as before. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EnduranceIT {

    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 8;

    @ArquillianResource
    private URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> {});
    }

    @BeforeEach
    void clear() throws Exception {
        ScenarioTables.clear(TestRun.databases());
    }

    @Test
    void tenThousandRequests_leaveNothingBehind() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i;
                all.add(clients.submit(() -> request(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(Pools.stillInUse(address)).isZero();
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
        assertThat(ScenarioTables.mainKeys(TestRun.databases()))
                .hasSize(REQUESTS / 10)
                .isEqualTo(ScenarioTables.analyticsKeys(TestRun.databases()));
    }

    private Void request(int number) throws Exception {
        String key = "?key=k" + number;
        if (number % 500 == 0) {
            expect(504, "GET", "timeout");
        } else if (number % 100 == 1) {
            abort();
        } else {
            switch (number % 10) {
                case 2 -> expect(204, "POST", "both" + key);
                case 3 -> expect(409, "POST", "violation" + key);
                case 4 -> expect(500, "POST", "failure" + key);
                default -> expect(200, "GET", "row");
            }
        }
        return null;
    }

    private void expect(int status, String method, String path) throws Exception {
        Client.Answer answer = new Client(address).send(method, "scenario/endurance/" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private void abort() throws Exception {
        try (RawResponse response = RawResponse.get(address, "scenario/stream/numbers?count=1000000&filler=100")) {
            response.abort();
        }
    }

    /** Without validation at every lending, a pool may need a moment to notice; the small one must not. */
    @Test
    void restartOfADatabase_isSurvived() throws Exception {
        expect(504, "GET", "timeout");
        TestRun.databases().analytics().stop();
        TestRun.databases().analytics().start();
        expect(504, "GET", "timeout");
    }
}
