package org.duetdb.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.Leash;
import org.duetdb.embedded.LeashedProcess;
import org.duetdb.embedded.RunFolder;
import org.duetdb.embedded.ServerStart;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Open Liberty as its user gets it running: a server from a template, the generator, the EAR, and a start. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class GeneratorLibertyIT {

    private static final Path INSTALLATION = Path.of(System.getProperty("duet.test.liberty"));
    private static final String PASSWORD = "@:/%?#&'\"\\ ${x} é€";
    private static final int MIN_IDLE = 3;

    /** The tests listen on the loopback interface only, on a port that is free. */
    private static final String ENDPOINT =
            "<server><httpEndpoint id=\"defaultHttpEndpoint\" host=\"127.0.0.1\" httpPort=\"%d\" httpsPort=\"-1\"/></server>";

    private static RunFolder run;
    private static EmbeddedDatabases databases;
    private static LeashedProcess server;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isDirectory(INSTALLATION), "Open Liberty is there with -Pall-servers only");
        run = RunFolder.create();
        databases = EmbeddedDatabases.builder().password("duet_app", PASSWORD).start();
        assertSuccess(Tool.run(liberty("server", "create", "duet", "--template=webProfile10")));
        Tool generator = generator("--driver", System.getProperty("duet.demo.driver"));
        assertSuccess(generator);
        assertThat(generator.output()).contains("give DUET_SECRET_DEFAULT_WRITE as bin/securityUtility encode");
        int port = FreePort.pick();
        Files.writeString(home().resolve("configDropins/overrides/endpoint.xml"), ENDPOINT.formatted(port));
        Path applications = Files.createDirectory(home().resolve("dropins"));
        Files.copy(Path.of(System.getProperty("duet.test.ear")), applications.resolve("duet.ear"));
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration()));
        for (String alias : List.of("DEFAULT", "ANALYTICS")) {
            environment.put("DUET_SECRET_" + alias + "_WRITE", encoded());
            environment.put("DUET_SECRET_" + alias + "_READ", encoded());
        }
        Leash leash = Leash.command(liberty("server", "run", "duet"))
                .environment(environment)
                .within(run);
        server = new ServerStart("Open Liberty", "CWWKF0011I", line -> {}).on(leash);
        client = new Client(URI.create("http://127.0.0.1:" + port));
        // applications may be started before and after the server says that it is ready
        assertThat(comesTrue(() -> client.send("GET", "/health/ready").status() == 200))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
        if (databases != null) {
            databases.close();
        }
        if (run != null) {
            run.close();
        }
    }

    private static Path home() {
        return run.resolve("servers").resolve("duet");
    }

    /** A script of the installation, for servers in the folder of the run. */
    private static List<String> liberty(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "LC_ALL=C.UTF-8",
                "WLP_USER_DIR=" + run.path(),
                "JAVA_HOME=" + System.getProperty("java.home"),
                INSTALLATION.resolve("bin").resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Map<String, String> configuration() {
        Map<String, String> all = new HashMap<>(databases.configuration());
        all.put("database.default.min-idle", Integer.toString(MIN_IDLE));
        all.put("database.analytics.max-lifetime", "PT2S");
        return all;
    }

    private static Tool generator(String... options) throws Exception {
        Path file = run.resolve("duet.properties");
        Properties properties = new Properties();
        properties.putAll(configuration());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        List<String> arguments =
                new ArrayList<>(List.of("liberty", "--home", home().toString(), "--config", file.toString()));
        arguments.addAll(List.of(options));
        return Tool.generator(arguments.toArray(String[]::new));
    }

    /** The password as Liberty wants it where it holds what Liberty would read as something else. */
    private static String encoded() throws Exception {
        Tool encoder = Tool.run(liberty("securityUtility", "encode", "--encoding=xor", PASSWORD));
        assertSuccess(encoder);
        return encoder.output().strip();
    }

    private static void assertSuccess(Tool tool) {
        assertThat(tool.exit()).as(tool.output()).isZero();
    }

    private static boolean comesTrue(Callable<Boolean> question) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!question.call()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private static JsonObject pool(String alias, String role) throws Exception {
        return client.send("GET", "/databases").array().stream()
                .map(JsonValue::asJsonObject)
                .filter(pool -> pool.getString("alias").equals(alias)
                        && pool.getString("role").equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> backends(String pool) throws Exception {
        List<Integer> pids = new ArrayList<>();
        try (Connection connection = databases.analytics().connect("analytics");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE application_name = 'Duet " + pool + "'")) {
            while (result.next()) {
                pids.add(result.getInt(1));
            }
        }
        return pids;
    }

    @Test
    void application_findsItsDatabases() throws Exception {
        assertThat(client.send("GET", "/health/ready").status()).isEqualTo(200);
        assertThat(client.send("GET", "/api/users").status()).isEqualTo(200);
        for (String alias : List.of("default", "analytics")) {
            assertThat(pool(alias, "write").getString("state")).isEqualTo("UP");
            assertThat(pool(alias, "read").getString("state")).isEqualTo("UP");
        }
    }

    @Test
    void generatorAgain_hasNothingToDo() throws Exception {
        assertThat(generator().output()).contains("nothing to do");
        assertThat(generator("--check").exit()).isZero();
    }

    @Test
    void generator_writesNoPassword() throws Exception {
        String written = Files.readString(home().resolve("configDropins/overrides/duet.xml"));
        assertThat(written).contains("${env.DUET_SECRET_DEFAULT_WRITE}").doesNotContain(PASSWORD, encoded());
    }

    /** Liberty itself makes a connection when it is asked for one; the probes need one at a time. */
    @Test
    void minIdle_isThereFromTheStart() throws Exception {
        assertThat(comesTrue(() -> pool("default", "write").getInt("size") >= MIN_IDLE))
                .isTrue();
        assertThat(comesTrue(() -> pool("default", "read").getInt("size") >= MIN_IDLE))
                .isTrue();
    }

    @Test
    void maxLifetime_retiresConnections() throws Exception {
        List<Integer> before = new ArrayList<>();
        assertThat(comesTrue(() -> {
                    pool("analytics", "write");
                    return before.addAll(backends("analytics/write"));
                }))
                .isTrue();
        assertThat(comesTrue(() -> backends("analytics/write").stream().noneMatch(before::contains)))
                .isTrue();
    }
}
