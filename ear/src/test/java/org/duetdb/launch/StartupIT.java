package org.duetdb.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.embedded.FreePort;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Client.Answer;
import org.duetdb.payara.PayaraMicro;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said at start of a configuration that is wrong, and of one that has no default alias. */
class StartupIT {

    private static final Pattern SENTENCE = Pattern.compile("DUET-\\d{3} .*");

    private static EmbeddedDatabases databases;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.start();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    /** Starts the server with pools for one configuration, and the application with perhaps another. */
    private PayaraMicro start(
            Path application, int port, Map<String, String> pools, Map<String, String> configuration) {
        return PayaraMicro.start(
                new PayaraMicro.Launch(
                        file("duet.demo.server"),
                        file("duet.demo.driver"),
                        application,
                        port,
                        PropertyCatalog.of(pools),
                        configuration),
                log::add);
    }

    private static Path file(String property) {
        return Path.of(System.getProperty(property));
    }

    private List<String> sentences() {
        return log.stream()
                .map(SENTENCE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .distinct()
                .toList();
    }

    private void assertSaid(String... parts) {
        assertThat(sentences()).anySatisfy(sentence -> assertThat(sentence).contains(parts));
    }

    @Test
    void wrongPasswordAndUnreachableHost_areSaidByKeyAndNotByPassword() throws Exception {
        Map<String, String> configuration = new HashMap<>(databases.configuration());
        configuration.put("database.default.password", "not-the-password");
        configuration.put("database.analytics.url", "postgresql://duet_app:hush-hush@127.0.0.1:1/analytics");
        int port = FreePort.pick();
        try (PayaraMicro server = start(file("duet.demo.application"), port, configuration, configuration)) {
            assertThat(server.onExit()).isNotDone();
            assertSaid(
                    "DUET-102",
                    "refused the user duet_app",
                    "alias=default, role=write",
                    "check database.default.password");
            assertSaid("DUET-105", "no connection to 127.0.0.1:1", "alias=analytics", "database.analytics.url");
            Answer ready = new Client(URI.create("http://127.0.0.1:" + port)).send("GET", "/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.body()).contains("DUET-102").contains("DUET-105");
            Answer started = new Client(URI.create("http://127.0.0.1:" + port)).send("GET", "/health/started");
            assertThat(started.status()).isEqualTo(503);
            assertThat(started.body()).contains("default.write.DUET-102").contains("analytics.write.DUET-105");
            assertThat(ready.body() + started.body() + log)
                    .doesNotContain("not-the-password")
                    .doesNotContain("hush-hush");
        }
    }

    @Test
    void misspeltAliasAndMalformedUrl_failTheDeploymentTogether() throws Exception {
        Map<String, String> configuration = new HashMap<>(databases.configuration());
        configuration.put("database.analytcs.url", configuration.remove("database.analytics.url"));
        configuration.put("database.default.url", "postgresql://duet_app:hush-hush@127.0.0.1:port/app");
        int port = FreePort.pick();
        try (PayaraMicro server =
                start(file("duet.demo.application"), port, databases.configuration(), configuration)) {
            assertThat(server.onExit()).isNotDone();
            assertSaid("DUET-001", "the value of database.default.url is not a PostgreSQL URL", "alias=default");
            assertSaid("DUET-005", "the alias analytics", "org.duetdb.web.", "did you mean analytcs?");
            assertThat(log.toString()).doesNotContain("hush-hush");
            Answer answer = new Client(URI.create("http://127.0.0.1:" + port)).send("GET", "/api/users");
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void onlyAnotherAliasThanTheDefault_isEnough(@TempDir Path folder) throws Exception {
        Map<String, String> configuration =
                Map.of("database.analytics.url", databases.configuration().get("database.analytics.url"));
        int port = FreePort.pick();
        try (PayaraMicro server = start(onlyAnalytics(folder), port, configuration, configuration)) {
            assertThat(server.onExit()).isNotDone();
            Client client = new Client(URI.create("http://127.0.0.1:" + port));
            assertThat(client.send("POST", "/visits").body()).isEqualTo("1");
            assertThat(client.send("POST", "/visits/undone").status()).isEqualTo(500);
            assertThat(client.send("GET", "/visits").body()).isEqualTo("1");
            Answer ready = client.send("GET", "/health/ready");
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.body()).contains("analytics.write").doesNotContain("default");
        }
    }

    @Test
    void entityManagerWithoutAPersistenceUnit_failsTheDeployment(@TempDir Path folder) throws Exception {
        Map<String, String> configuration = databases.configuration();
        try (PayaraMicro server =
                start(onlyAnalytics(folder, LonelyResource.class), FreePort.pick(), configuration, configuration)) {
            assertThat(server.onExit()).isNotDone();
            assertSaid(
                    "DUET-008 no persistence unit has the name analytics that org.duetdb.launch.LonelyResource.entities"
                            + " asks for; there is none; add <persistence-unit name=\"analytics\"> to"
                            + " META-INF/persistence.xml");
        }
    }

    private static Path onlyAnalytics(Path folder, Class<?>... more) {
        File library = new File(System.getProperty("duet.test.library"));
        File war = folder.resolve("visits.war").toFile();
        ShrinkWrap.create(WebArchive.class, "visits.war")
                .addClasses(VisitResource.class, VisitApplication.class)
                .addClasses(more)
                .addAsLibrary(library)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(war);
        return war.toPath();
    }
}
