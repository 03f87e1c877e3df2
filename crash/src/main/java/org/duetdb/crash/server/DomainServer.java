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
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.configure.payara.PayaraCommands;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.DomainFolder;

/** A domain of Payara Server. */
final class DomainServer {

    /** The commands of the generator for a server that runs have it; those of the launcher are for Payara Micro. */
    private static final String RECOVERY =
            "set configs.config.server-config.transaction-service.automatic-recovery=true";

    private DomainServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration)
            throws IOException, InterruptedException {
        DomainFolder domain = DomainFolder.create(Servers.folder().resolve("payara6"), folder);
        Files.copy(Materials.driver(folder.path()), domain.home().resolve("lib").resolve("postgresql.jar"));
        PayaraCommands pools = PayaraCommands.of(PropertyCatalog.of(configuration));
        Path before = Files.write(folder.resolve("preboot"), DomainFolder.beforeBoot(atEachStart(pools)));
        Path after = Files.write(
                folder.resolve("postboot"),
                List.of("deploy --contextroot=/ --name=transfers " + Materials.application(folder.path())));
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(EnvironmentName.variables(pools.properties()));
        return new Launch(
                "Payara Server",
                "startup time : ",
                domain.command("--prebootcommandfile", before.toString(), "--postbootcommandfile", after.toString()),
                environment,
                domain.home().resolve("config"),
                domain.httpPort(),
                Duration.ofSeconds(20));
    }

    /** They run at each start; what is there already is kept. */
    private static List<String> atEachStart(PayaraCommands pools) {
        List<String> commands = new ArrayList<>();
        commands.add(RECOVERY);
        commands.addAll(Hook.inCommands(pools.beforeBoot()));
        return commands;
    }
}
