package org.duetdb.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.payara.MicroStart;
import org.duetdb.embedded.RunFolder;

/**
 * The files that Payara Micro starts with, alone and on the loopback interface, and the options that name them.
 *
 * @param jvmOptions what stands before {@code -jar}
 * @param serverOptions what stands after the jar, but for the port and the application
 */
public record MicroFiles(List<String> jvmOptions, List<String> serverOptions) {

    private static final Map<String, String> ALONE = Map.of(
            "hazelcast-config-specific-configuration.enabled", "false",
            // its timers are kept in Hazelcast otherwise, without which no application that has any would start
            "ejb-container.ejb-timer-service.ejb-timer-service", "None",
            "network-config.network-listeners.network-listener.http-listener.address", "127.0.0.1");

    /**
     * Writes the files into a folder.
     *
     * @param folder where; everything that the server writes goes there too
     * @param server the jar of Payara Micro
     * @param driver the jar of the PostgreSQL driver
     * @param catalog the databases that it gets pools for
     */
    public static MicroFiles write(RunFolder folder, Path server, Path driver, Catalog catalog) throws IOException {
        MicroStart start = MicroStart.of(server, new Installation(folder.path(), driver, null), catalog, ALONE);
        for (GeneratedFile file : start.files()) {
            file.write();
        }
        Path logging = Files.writeString(folder.resolve("logging.properties"), MicroLogging.of(server));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        List<String> jvmOptions = new ArrayList<>(start.jvmOptions());
        jvmOptions.add("-Djava.io.tmpdir=" + temporary);
        List<String> serverOptions = new ArrayList<>(start.serverOptions());
        serverOptions.addAll(
                List.of("--nocluster", "--nohazelcast", "--disablephonehome", "--logproperties", logging.toString()));
        return new MicroFiles(jvmOptions, serverOptions);
    }
}
