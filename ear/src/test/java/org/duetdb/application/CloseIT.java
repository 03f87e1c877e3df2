package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Pools;
import org.duetdb.fixture.TestRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left of a database that the application has closed. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CloseIT {

    private static final String BACKENDS = "SELECT application_name FROM pg_stat_activity"
            + " WHERE application_name LIKE 'Duet analytics/%'"
            // recovery may keep one for itself, which is none of the pool
            + " AND query NOT LIKE 'SELECT gid FROM%pg_prepared_xacts%' ORDER BY application_name";

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> web.addPackage("org.duetdb.scenario.close"));
    }

    private static List<String> backends() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = TestRun.databases().analytics().connect("analytics");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(BACKENDS)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static boolean hasNoBackends() throws SQLException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            if (backends().isEmpty()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    @Test
    void close_ofAnAlias_endsItsIdleConnections() throws Exception {
        Client client = new Client(address);
        assertThat(client.send("GET", "scenario/close").body()).isEqualTo("used twice");
        assertThat(backends()).contains("Duet analytics/read", "Duet analytics/write");
        assertThat(client.send("POST", "scenario/close").body()).isEqualTo("closed");
        assertThat(hasNoBackends()).isTrue();
        assertThat(Pools.stillInUse(address)).isZero();
        assertThat(client.send("GET", "scenario/close").status()).isEqualTo(503);
    }
}
