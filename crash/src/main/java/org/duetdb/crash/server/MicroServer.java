package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.configure.payara.PayaraCommands;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.payara.MicroFiles;

/** Payara Micro. */
final class MicroServer {

    private MicroServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration) throws IOException {
        Path server = Servers.folder().resolve("payara-micro.jar");
        Catalog catalog = PropertyCatalog.of(configuration);
        MicroFiles files = MicroFiles.write(folder, server, Materials.driver(folder.path()), catalog);
        Path pools = folder.resolve("preboot");
        Files.write(pools, Hook.inCommands(Files.readAllLines(pools)));
        int port = FreePort.pick();
        List<String> command = new ArrayList<>();
        command.add(Servers.java());
        command.add("-Xmx512m");
        command.addAll(files.jvmOptions());
        command.addAll(List.of("-jar", server.toString()));
        command.addAll(files.serverOptions());
        command.addAll(List.of("--port", Integer.toString(port), "--contextroot", "/"));
        command.addAll(List.of("--deploy", Materials.application(folder.path()).toString()));
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(EnvironmentName.variables(PayaraCommands.of(catalog).properties()));
        return new Launch(
                "Payara Micro", " ready in ", command, environment, folder.path(), port, Duration.ofSeconds(20));
    }
}
