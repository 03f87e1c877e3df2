package org.duetdb.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.duetdb.example.Documentation;
import org.duetdb.example.Example;
import org.duetdb.example.ExampleCompiler;
import org.duetdb.example.RunnableExample;
import org.duetdb.example.Visit;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.ExampleTables;
import org.duetdb.fixture.TestRun;
import org.duetdb.scenario.model.Note;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the API's documentation, run as it stands there. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class JavadocExamplesIT {

    @ArquillianResource
    URI address;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(JavadocExamplesIT::addExamples);
    }

    private static void addExamples(WebArchive web) {
        web.addPackage("org.duetdb.scenario.example")
                .addClasses(RunnableExample.class, Visit.class)
                .addPackage(Note.class.getPackage())
                .addAsResource("model/persistence.xml", "META-INF/persistence.xml");
        ExampleCompiler.compile(examples())
                .classes()
                .forEach((name, content) ->
                        web.add(new ByteArrayAsset(content), "WEB-INF/classes/" + name.replace('.', '/') + ".class"));
    }

    /** Those that close a database come last: it is closed for good. */
    static List<Example> examples() {
        return Documentation.ofApi(Path.of(System.getProperty("duet.test.sources"))).examples().stream()
                .filter(Example::isRunnable)
                .sorted(Comparator.comparing(example -> example.code().contains("databases.close(")))
                .toList();
    }

    @BeforeAll
    static void install() throws SQLException {
        ExampleTables.install(TestRun.databases());
    }

    @AfterAll
    static void remove() throws SQLException {
        ExampleTables.remove(TestRun.databases());
    }

    @BeforeEach
    void reset() throws SQLException {
        ExampleTables.reset(TestRun.databases());
    }

    @AfterEach
    void nothingStaysPrepared() throws SQLException {
        assertThat(TestRun.databases().preparedTransactions()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void example_onFreshData_runs(Example example) throws Exception {
        assertThat(new Client(address)
                        .send("POST", "scenario/examples/" + example.className())
                        .body())
                .as(example.name())
                .isEqualTo("done");
    }
}
