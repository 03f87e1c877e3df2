package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.payara.PayaraCommands;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;

/** A domain of Payara Server. */
final class DomainServer {

    private static final String DOMAIN = "domain1";
    private static final String SERVER = "set configs.config.server-config.";

    /** The figures of the pools are shown by AMX, which would open the port of the message broker. */
    private static final String WITHOUT_MESSAGING = """
            <jms-service type="DISABLED" default-jms-host="default_JMS_host">
              <jms-host name="default_JMS_host" host="127.0.0.1" port="7676" lazy-init="true" />
            </jms-service>
            <amx-configuration enabled="true" />
            """;

    private DomainServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration)
            throws IOException, InterruptedException {
        Path installation = Servers.folder().resolve("payara6").resolve("glassfish");
        Path domains = folder.resolve("domains");
        Path home = domains.resolve(DOMAIN);
        Folders.copy(installation.resolve("domains").resolve(DOMAIN), home);
        int port = FreePort.pick();
        Path settings = home.resolve("config").resolve("domain.xml");
        Files.writeString(settings, onLoopback(Files.readString(settings), port));
        Files.copy(Materials.driver(folder.path()), home.resolve("lib").resolve("postgresql.jar"));
        PayaraCommands pools = PayaraCommands.of(ConfiguredCatalog.of(configuration));
        Path before = Files.write(folder.resolve("preboot"), beforeBoot(pools));
        Path after = Files.write(
                folder.resolve("postboot"),
                List.of("deploy --contextroot=/ --name=transfers " + Materials.application(folder.path())));
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(EnvironmentName.variables(pools.properties()));
        return new Launch(
                "Payara Server",
                "startup time : ",
                command(installation, domains, before, after),
                environment,
                home.resolve("config"),
                port,
                Duration.ofSeconds(20));
    }

    private static String onLoopback(String domain, int port) {
        return domain.replace(
                        "port=\"4848\" protocol=\"admin-listener\"", listener(FreePort.pick()) + "admin-listener\"")
                .replace("port=\"8080\" protocol=\"http-listener-1\"", listener(port) + "http-listener-1\"")
                .replace("port=\"8181\" protocol=", "enabled=\"false\" port=\"8181\" address=\"127.0.0.1\" protocol=")
                .replaceFirst("<hazelcast-config-specific-configuration>", WITHOUT_MESSAGING + "$0");
    }

    private static String listener(int port) {
        return "port=\"" + port + "\" address=\"127.0.0.1\" protocol=\"";
    }

    /** They run at each start; what is there already is kept. */
    private static List<String> beforeBoot(PayaraCommands pools) {
        List<String> commands = new ArrayList<>();
        commands.add(SERVER + "hazelcast-config-specific-configuration.enabled=false");
        for (String listener : List.of("orb-listener-1", "SSL", "SSL_MUTUALAUTH")) {
            commands.add(SERVER + "iiop-service.iiop-listener." + listener + ".enabled=false");
        }
        commands.add(SERVER + "admin-service.jmx-connector.system.enabled=false");
        // the commands of the generator for a server that runs have it; those of the launcher are for Payara Micro
        commands.add(SERVER + "transaction-service.automatic-recovery=true");
        commands.addAll(Hook.inCommands(pools.beforeBoot()));
        return commands;
    }

    /** The command that the server's own tool would run, in the foreground. */
    private static List<String> command(Path installation, Path domains, Path before, Path after)
            throws IOException, InterruptedException {
        Process dryRun = new ProcessBuilder(
                        installation.resolve("bin").resolve("asadmin").toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domains.toString(),
                        "--prebootcommandfile",
                        before.toString(),
                        "--postbootcommandfile",
                        after.toString(),
                        DOMAIN)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        dryRun.getOutputStream().close();
        List<String> lines = dryRun.inputReader().lines().toList();
        dryRun.waitFor();
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
