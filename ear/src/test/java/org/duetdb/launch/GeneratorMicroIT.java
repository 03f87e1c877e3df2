package org.duetdb.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.embedded.EmbeddedDatabases;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.Leash;
import org.duetdb.embedded.LeashedProcess;
import org.duetdb.embedded.RunFolder;
import org.duetdb.fixture.Client;
import org.duetdb.fixture.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Payara Micro, started by the command that the generator prints. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class GeneratorMicroIT {

    private static final String PASSWORD = "@:/%?#&'\"\\ $ é€";

    /** The tests listen on the loopback interface only, without a cluster. */
    private static final List<String> ALONE = List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "set configs.config.server-config.ejb-container.ejb-timer-service.ejb-timer-service=None",
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1");

    @Test
    void printedCommand_startsTheApplicationWithItsDatabases() throws Exception {
        try (EmbeddedDatabases databases = EmbeddedDatabases.builder()
                        .password("duet_app", PASSWORD)
                        .start();
                RunFolder run = RunFolder.create()) {
            Path folder = Files.createDirectory(run.resolve("a folder"));
            Files.createSymbolicLink(
                    folder.resolve("payara-micro.jar"), Path.of(System.getProperty("duet.demo.server")));
            Tool tool = generator(folder, databases.configuration());
            assertThat(tool.exit()).as(tool.output()).isZero();
            assertThat(generator(folder, databases.configuration()).output()).contains("nothing to do");
            Files.write(folder.resolve("preboot"), ALONE, StandardOpenOption.APPEND);
            int port = FreePort.pick();
            LeashedProcess server = start(run, command(tool, port), databases.configuration());
            try {
                Client client = new Client(URI.create("http://127.0.0.1:" + port));
                assertThat(client.send("GET", "/health/ready").status()).isEqualTo(200);
                assertThat(client.send("GET", "/databases").status()).isEqualTo(200);
                // by the server, before there was a transaction
                assertThat(folder.resolve("tx/server/tx/control")).exists();
            } finally {
                server.stop();
            }
        }
    }

    private static Tool generator(Path folder, Map<String, String> configuration) throws Exception {
        Path file = folder.resolve("duet.properties");
        Properties properties = new Properties();
        properties.putAll(configuration);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return Tool.generator(
                "payara-micro",
                "--home",
                folder.toString(),
                "--config",
                file.toString(),
                "--driver",
                System.getProperty("duet.demo.driver"));
    }

    private static String command(Tool tool, int port) {
        String line = tool.output()
                .lines()
                .filter(printed -> printed.startsWith("> java "))
                .findFirst()
                .orElseThrow();
        return "exec "
                + line.substring(2).replace("APPLICATION.war", System.getProperty("duet.demo.application"))
                + " --contextroot / --nocluster --nohazelcast --disablephonehome --port " + port;
    }

    private static LeashedProcess start(RunFolder run, String command, Map<String, String> configuration)
            throws Exception {
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        for (String alias : List.of("DEFAULT", "ANALYTICS")) {
            environment.put("DUET_SECRET_" + alias + "_WRITE", PASSWORD);
            environment.put("DUET_SECRET_" + alias + "_READ", PASSWORD);
        }
        // the server reads its environment in the encoding of its locale
        environment.put("LC_ALL", "C.UTF-8");
        CompletableFuture<Void> ready = new CompletableFuture<>();
        LeashedProcess server = Leash.command(List.of("sh", "-c", command))
                .workingDirectory(run.path())
                .environment(environment)
                .within(run)
                .output(line -> {
                    if (line.contains(" ready in ")) {
                        ready.complete(null);
                    }
                })
                .start();
        server.onExit().thenRun(() -> ready.completeExceptionally(new IllegalStateException("Payara Micro ended")));
        ready.get(3, TimeUnit.MINUTES);
        return server;
    }
}
