package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import org.duetdb.data.Marks;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.Libraries;
import org.duetdb.fixture.Pools;
import org.duetdb.fixture.ScenarioTables;
import org.duetdb.fixture.TestRun;
import org.duetdb.scenario.model.Mark;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A repository of Jakarta Data, on what Duet has for the alias that its entities belong to. */
@RunAsClient
@EnabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "wildfly",
        disabledReason = "the server has nothing that implements repositories")
@ExtendWith(ArquillianExtension.class)
class DataIT {

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> web.addPackage(Marks.class.getPackage())
                .addClass(Mark.class)
                .addClass(Mark.class.getName() + "_")
                .addClass(Mark.class.getPackageName() + "._Mark")
                .addAsLibraries(Libraries.of("jakarta.data-api"))
                .addAsResource("data/persistence.xml", "META-INF/persistence.xml"));
    }

    @BeforeEach
    void clear() throws SQLException {
        ScenarioTables.clear(TestRun.databases());
    }

    @AfterEach
    void nothingStaysPreparedOrInUse() throws Exception {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
        assertThat(Pools.stillInUse(address)).isZero();
    }

    private Answer send(String method, String path) throws Exception {
        return new Client(address).send(method, path);
    }

    @Test
    void insert_besideASession_commitsInBothDatabases() throws Exception {
        assertThat(send("POST", "data/k").body()).isEqualTo("1 1");
        assertThat(send("GET", "data/k").body()).isEqualTo("true true");
        assertThat(send("DELETE", "data/k").body()).isEqualTo("0 0");
        assertThat(send("GET", "data/k").body()).isEqualTo("false false");
    }

    @Test
    void insert_thatIsFollowedByAFailure_isUndone() throws Exception {
        assertThat(send("POST", "data/k/failing").status()).isEqualTo(500);
        assertThat(send("GET", "data/k").body()).isEqualTo("false false");
    }
}
