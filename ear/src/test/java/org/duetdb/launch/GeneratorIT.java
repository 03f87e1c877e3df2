package org.duetdb.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.fixture.PayaraDomain;
import org.duetdb.fixture.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The generator as its user runs it, and what Payara Server makes of its commands. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class GeneratorIT {

    private static final String PASSWORD = "@:/%?#&'\"\\ $ é€";
    private static final List<String> POOLS =
            List.of("duet-default-write", "duet-default-read", "duet-analytics-write", "duet-analytics-read");

    @TempDir
    static Path folder;

    private static EmbeddedDatabases databases;
    private static PayaraDomain domain;

    private final Map<String, String> configuration = new HashMap<>(databases.configuration());

    @BeforeAll
    static void start() throws Exception {
        databases = EmbeddedDatabases.builder().password("duet_app", PASSWORD).start();
        domain = PayaraDomain.create();
        Map<String, String> environment = new HashMap<>();
        // the server reads its environment in the encoding of its locale
        environment.put("LC_ALL", "C.UTF-8");
        for (String pool : POOLS) {
            environment.put("DUET_SECRET_" + pool.substring(5).toUpperCase().replace('-', '_'), PASSWORD);
        }
        Tool tool = tool(databases.configuration(), "--driver", System.getProperty("duet.demo.driver"));
        assertThat(tool.exit()).as(tool.output()).isZero();
        domain.start(List.of(), environment, Path.of("target", "generator-payara.log"));
    }

    @AfterAll
    static void stop() {
        domain.close();
        databases.close();
    }

    private static Tool tool(Map<String, String> configuration, String... options) throws Exception {
        Path file = folder.resolve("duet.properties");
        Properties properties = new Properties();
        properties.putAll(configuration);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        List<String> arguments = new ArrayList<>(List.of(
                "payara",
                "--home",
                domain.home().toString(),
                "--config",
                file.toString(),
                "--output",
                folder.toString()));
        arguments.addAll(List.of(options));
        return Tool.generator(arguments.toArray(String[]::new));
    }

    private Tool tool(String... options) throws Exception {
        return tool(configuration, options);
    }

    private static Tool asadmin(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(PayaraDomain.asadmin().toString(), "--port", Integer.toString(domain.adminPort())));
        command.addAll(List.of(arguments));
        return Tool.run(command);
    }

    private Tool apply() throws Exception {
        Tool tool = tool();
        assertThat(tool.exit()).as(tool.output()).isZero();
        Tool applied =
                asadmin("multimode", "--file", folder.resolve("duet.asadmin").toString());
        assertThat(applied.output()).doesNotContain("failed");
        return tool;
    }

    @BeforeEach
    void base() throws Exception {
        apply();
    }

    @Test
    void apply_freshDomain_everyPoolReachesItsDatabase() throws Exception {
        Tool check = tool("--check");
        assertThat(check.output()).isEmpty();
        assertThat(check.exit()).isZero();
        for (String pool : POOLS) {
            Tool ping = asadmin("ping-connection-pool", pool);
            assertThat(ping.exit()).as(pool + ": " + ping.output()).isZero();
        }
    }

    @Test
    void apply_twice_hasNothingToDo() throws Exception {
        assertThat(apply().output()).contains("nothing to do").doesNotContain("~", "+", "- ");
        assertThat(tool("--dry-run").output()).contains("nothing to do");
    }

    @Test
    void check_changedKeys_areNamedUntilTheyAreApplied() throws Exception {
        configuration.put("database.default.max-size", "40");
        configuration.put("database.default.min-idle", "20");
        configuration.put("database.default.jndi-name", "jdbc/elsewhere");
        Tool check = tool("--check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.output())
                .contains("~ duet-default-write: max-pool-size is 16, shall be 40")
                .contains("~ duet-default-read: steady-pool-size is 0, shall be 20")
                .contains("~ duet-default-write: jndi-name is jdbc/default/write, shall be jdbc/elsewhere")
                .doesNotContain("analytics");
        apply();
        assertThat(tool("--check").exit()).isZero();
        assertThat(asadmin("ping-connection-pool", "duet-default-write").exit()).isZero();
        assertThat(asadmin("list-jdbc-resources").output())
                .contains("jdbc/elsewhere")
                .doesNotContain("jdbc/default/write");
    }

    @Test
    void apply_changedAddress_isTakenByThePoolThatRuns() throws Exception {
        String elsewhere = "127.0.0.1:1/";
        configuration.computeIfPresent(
                "database.analytics.url", (key, url) -> url.replaceFirst("127\\.0\\.0\\.1:\\d+/", elsewhere));
        assertThat(apply().output()).contains("property.url").contains(elsewhere);
        assertThat(asadmin("ping-connection-pool", "duet-analytics-write").exit())
                .isNotZero();
        configuration.putAll(databases.configuration());
        apply();
        assertThat(asadmin("ping-connection-pool", "duet-analytics-write").exit())
                .isZero();
    }

    @Test
    void apply_aliasRemoved_removesItsPoolsAndNoOther() throws Exception {
        configuration.keySet().removeIf(key -> key.startsWith("database.analytics."));
        Tool tool = apply();
        assertThat(tool.output()).contains("- duet-analytics-write").contains("- duet-analytics-read");
        assertThat(tool("--check").exit()).isZero();
        assertThat(asadmin("list-jdbc-connection-pools").output())
                .contains("duet-default-write", "H2Pool")
                .doesNotContain("analytics");
        assertThat(asadmin("list-jdbc-resources").output()).doesNotContain("analytics");
    }

    @Test
    void apply_optionsWithQuotes_arriveUnchanged() throws Exception {
        String options = "-c application_name=\"it's\\\\:=\\ $1\"";
        configuration.merge(
                "database.analytics.url",
                "?options=" + URLEncoder.encode(options, StandardCharsets.UTF_8).replace("+", "%20"),
                String::concat);
        apply();
        assertThat(tool("--check").output()).isEmpty();
        assertThat(asadmin("ping-connection-pool", "duet-analytics-write").exit())
                .isZero();
    }

    @Test
    void tool_password_standsNowhere() throws Exception {
        configuration.put("database.default.max-size", "3");
        Tool dryRun = tool("--dry-run");
        assertThat(dryRun.output()).contains("max-pool-size=3").contains("DUET_SECRET_DEFAULT_WRITE");
        tool();
        String written = Files.readString(folder.resolve("duet.asadmin"));
        String settings = Files.readString(domain.home().resolve("config").resolve("domain.xml"));
        String encoded = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        assertThat(dryRun.output() + written + settings).doesNotContain(PASSWORD, encoded, encoded.replace("+", "%20"));
    }
}
