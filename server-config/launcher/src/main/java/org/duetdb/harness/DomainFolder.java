package org.duetdb.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.configure.payara.TransactionLog;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;

/**
 * A domain of Payara Server in a folder of its own, on the loopback interface only.
 *
 * @param installation where the server was unpacked
 * @param domains the folder that holds it
 * @param adminPort the port of its administration
 * @param httpPort the port of its applications
 */
public record DomainFolder(Path installation, Path domains, int adminPort, int httpPort) {

    private static final String NAME = "domain1";
    private static final String SETTING = "set configs.config.server-config.";

    /** The figures of the pools are shown by AMX, which would open the port of the message broker. */
    private static final String WITHOUT_MESSAGING = """
            <jms-service type="DISABLED" default-jms-host="default_JMS_host">
              <jms-host name="default_JMS_host" host="127.0.0.1" port="7676" lazy-init="true" />
            </jms-service>
            <amx-configuration enabled="true" />
            """;

    /** Makes a fresh one; nothing is started. */
    public static DomainFolder create(Path installation, RunFolder folder) throws IOException {
        DomainFolder domain =
                new DomainFolder(installation, folder.resolve("domains"), FreePort.pick(), FreePort.pick());
        Folders.copy(installation.resolve("glassfish").resolve("domains").resolve(NAME), domain.home());
        Path settings = domain.home().resolve("config").resolve("domain.xml");
        Files.writeString(settings, domain.onLoopback(Files.readString(settings)));
        TransactionLog.in(domain.home().resolve("logs")).write();
        return domain;
    }

    /** Returns the folder of the domain. */
    public Path home() {
        return domains.resolve(NAME);
    }

    /** Returns the tool of an installation. */
    public static Path asadmin(Path installation) {
        return installation.resolve("glassfish").resolve("bin").resolve("asadmin");
    }

    private String onLoopback(String settings) {
        return settings.replace("port=\"4848\" protocol=\"admin-listener\"", listener(adminPort) + "admin-listener\"")
                .replace("port=\"8080\" protocol=\"http-listener-1\"", listener(httpPort) + "http-listener-1\"")
                .replace("port=\"8181\" protocol=", "enabled=\"false\" port=\"8181\" address=\"127.0.0.1\" protocol=")
                .replaceFirst("<hazelcast-config-specific-configuration>", WITHOUT_MESSAGING + "$0");
    }

    private static String listener(int port) {
        return "port=\"" + port + "\" address=\"127.0.0.1\" protocol=\"";
    }

    /** Returns the commands to run before it boots: those that keep it to itself, and then others. */
    public static List<String> beforeBoot(List<String> others) {
        List<String> commands = new ArrayList<>();
        commands.add(SETTING + "hazelcast-config-specific-configuration.enabled=false");
        for (String listener : List.of("orb-listener-1", "SSL", "SSL_MUTUALAUTH")) {
            commands.add(SETTING + "iiop-service.iiop-listener." + listener + ".enabled=false");
        }
        commands.add(SETTING + "admin-service.jmx-connector.system.enabled=false");
        commands.addAll(others);
        return commands;
    }

    /**
     * Returns the command that the server's own tool would run, in the foreground; it is run in the folder
     * {@code config} of the domain.
     *
     * @param options more of those of {@code start-domain}
     */
    public List<String> command(String... options) throws IOException, InterruptedException {
        List<String> dryRun = new ArrayList<>(List.of(
                asadmin(installation).toString(), "start-domain", "--dry-run", "--domaindir", domains.toString()));
        dryRun.addAll(List.of(options));
        dryRun.add(NAME);
        Process tool = new ProcessBuilder(dryRun)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        tool.getOutputStream().close();
        List<String> lines = tool.inputReader().lines().toList();
        tool.waitFor();
        List<String> command = new ArrayList<>(lines.stream()
                .dropWhile(line -> !line.startsWith("Dump of JVM"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList());
        set(command, "-read-stdin", "false");
        set(command, "-verbose", "true");
        return command;
    }

    private static void set(List<String> command, String option, String value) {
        command.set(command.indexOf(option) + 1, value);
    }
}
