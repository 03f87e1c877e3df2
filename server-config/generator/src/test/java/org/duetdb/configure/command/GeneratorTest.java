package org.duetdb.configure.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the tool says and how it ends, with a domain that has no pools. */
class GeneratorTest {

    private static final String URL = "database.a.url=postgresql://app:hush%20hush@h:1/d\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void domain() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(
                folder.resolve("config/domain.xml"),
                "<domain><configs><config name=\"server-config\"/></configs></domain>");
        Files.writeString(folder.resolve("driver.jar"), "driver");
    }

    private int run(String configuration, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("duet.properties"), configuration);
        List<String> arguments =
                new ArrayList<>(List.of("payara", "--home", folder.toString(), "--config", file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        CommandLine line = Generator.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    private String driver() {
        return folder.resolve("driver.jar").toString();
    }

    @Test
    void run_domain_getsItsScriptAndTheDriver() throws Exception {
        assertThat(run(URL, "--driver", driver())).isZero();
        assertThat(folder.resolve("lib/postgresql.jar")).hasContent("driver");
        try (JarFile jar = new JarFile(folder.resolve("lib/duet-xa.jar").toFile())) {
            assertThat(jar.getEntry("org/duetdb/xa/DuetXADataSource.class")).isNotNull();
        }
        assertThat(folder.resolve("logs/server/tx")).isNotEmptyDirectory();
        assertThat(Files.readString(folder.resolve("duet.asadmin")))
                .contains("duet-a-write", "duet-a-read", "automatic-recovery=true")
                .containsPattern("node=duet-[0-9a-f]{10}[:\"]")
                .doesNotContain("hush");
        assertThat(out.toString())
                .contains("+ duet-a-write", "asadmin --port 4848 multimode --file", "restart it")
                .contains("asadmin --port 4848 restart-domain --domaindir " + folder.getParent())
                .contains("DUET_SECRET_A_WRITE, DUET_SECRET_A_READ")
                .containsPattern("The server is called duet-[0-9a-f]{10} in prepared transactions")
                .doesNotContain("hush");
    }

    @Test
    void run_nodeIsConfigured_isTaken() throws Exception {
        assertThat(run(URL + "duet.node=shop-1\n", "--driver", driver())).isZero();
        assertThat(Files.readString(folder.resolve("duet.asadmin"))).contains("node=shop-1");
        assertThat(out.toString()).doesNotContain("is called");
    }

    @Test
    void run_dryRunOrCheck_writesNothing() throws Exception {
        assertThat(run(URL, "--driver", driver(), "--dry-run")).isZero();
        assertThat(out.toString()).contains("create-jdbc-connection-pool").doesNotContain("hush");
        assertThat(run(URL, "--driver", driver(), "--check")).isEqualTo(1);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
    }

    @Test
    void run_passwordThatLibertyWouldMisread_saysHowToGiveIt() throws Exception {
        Files.writeString(folder.resolve("server.xml"), "<server/>");
        Path file = Files.writeString(folder.resolve("duet.properties"), URL + "database.b.url=postgresql://u:p@h/d\n");
        assertThat(run(List.of(
                        "liberty", "--home", folder.toString(), "--config", file.toString(), "--driver", driver())))
                .isZero();
        assertThat(folder.resolve("configDropins/overrides/duet.xml")).exists();
        assertThat(out.toString())
                .contains(
                        "restart it", "give DUET_SECRET_A_WRITE as bin/securityUtility encode --encoding=xor prints it")
                .doesNotContain("hush", "give DUET_SECRET_B_WRITE");
    }

    @Test
    void run_wrongConfiguration_saysAllOfItAtOnce() throws Exception {
        assertThat(run("database.a.url=nonsense\ndatabase.b.url=postgresql://h/d\ndatabase.b.max-size=x\n", "--check"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("DUET-001", "database.a.url", "DUET-003", "database.b.max-size");
    }

    @Test
    void run_keyThatTheServerCannotHonour_isRefused() throws Exception {
        assertThat(run("database.a.url=postgresql://h/d?ApplicationName=x%20\n", "--driver", driver()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("DUET-501", "role=write", "role=read", "remove it");
    }

    @Test
    void run_severalFiles_theLastCountsMost() throws Exception {
        Path more = Files.writeString(folder.resolve("more.properties"), "database.a.max-size=7\n");
        assertThat(run(URL + "database.a.max-size=5\n", "--config", more.toString(), "--driver", driver(), "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("--maxpoolsize=7 ").doesNotContain("--maxpoolsize=5 ");
    }

    @Test
    void run_somethingMissing_isASentenceWithTheRemedy() throws Exception {
        assertRefused(run(""), "DUET-504 no database is configured");
        assertRefused(run(URL), "DUET-505 there is no PostgreSQL driver in");
        assertRefused(run(URL, "--driver", "/absent.jar"), "DUET-505 there is no driver /absent.jar");
        assertRefused(run(URL, "--config", "/absent"), "DUET-504 there is no file /absent");
        assertRefused(run(URL, "--check", "--dry-run"), "DUET-508 --check and --dry-run");
        assertRefused(run(List.of("geronimo", "--home", "x")), "DUET-503 no server is called geronimo; name one of");
    }

    private void assertRefused(int exit, String sentence) {
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }
}
