package org.duetdb.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.configure.XaJar;
import org.duetdb.configure.payara.MonitoringAgent;
import org.duetdb.configure.payara.PayaraCommands;
import org.duetdb.embedded.RunFolder;

/**
 * The files that Payara Micro starts with, and the options that name them.
 *
 * @param jvmOptions what stands before {@code -jar}
 * @param serverOptions what stands after the jar, but for the port and the application
 */
public record MicroFiles(List<String> jvmOptions, List<String> serverOptions) {

    /**
     * Writes the files into a folder.
     *
     * @param folder where; everything that the server writes goes there too
     * @param server the jar of Payara Micro
     * @param driver the jar of the PostgreSQL driver
     * @param commands the pools
     */
    public static MicroFiles write(RunFolder folder, Path server, Path driver, PayaraCommands commands)
            throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path library = Files.copy(driver, folder.resolve("postgresql.jar"));
        Path datasource = Files.write(folder.resolve(XaJar.NAME), XaJar.content());
        Path before = Files.write(folder.resolve("preboot"), beforeBoot(folder, commands));
        Path after = Files.write(folder.resolve("postboot"), commands.afterBoot());
        Path logging = Files.writeString(folder.resolve("logging.properties"), MicroLogging.of(server));
        Path agent = Files.write(folder.resolve(MonitoringAgent.NAME), MonitoringAgent.content(server));
        return new MicroFiles(
                List.of("-javaagent:" + agent, "-Djdk.attach.allowAttachSelf=true", "-Djava.io.tmpdir=" + temporary),
                List.of(
                        "--nocluster",
                        "--nohazelcast",
                        "--disablephonehome",
                        "--addlibs",
                        library + ":" + datasource,
                        "--logproperties",
                        logging.toString(),
                        "--prebootcommandfile",
                        before.toString(),
                        "--postbootcommandfile",
                        after.toString()));
    }

    /** Pools and recovery must be known before boot: recovery looks for the pools while the server starts. */
    private static List<String> beforeBoot(RunFolder folder, PayaraCommands pools) {
        String server = "set configs.config.server-config.";
        List<String> commands = new ArrayList<>();
        commands.add(server + "hazelcast-config-specific-configuration.enabled=false");
        // its timers are kept in Hazelcast otherwise, without which no application that has any would start
        commands.add(server + "ejb-container.ejb-timer-service.ejb-timer-service=None");
        commands.add(server + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1");
        commands.add(server + "transaction-service.automatic-recovery=true");
        commands.add(server + "transaction-service.tx-log-dir=" + folder.resolve("tx"));
        commands.addAll(pools.beforeBoot());
        return commands;
    }
}
