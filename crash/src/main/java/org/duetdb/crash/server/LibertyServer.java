package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.configure.liberty.DropinFile;
import org.duetdb.configure.liberty.LibertyPools;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;

/** Open Liberty. */
final class LibertyServer {

    private static final String NAME = "crash";

    private static final String SERVER = """
            <server>
                <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                <webApplication location="%s" contextRoot="/"/>
            </server>
            """;

    private LibertyServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration) throws IOException {
        Path server = Files.createDirectories(folder.resolve("servers").resolve(NAME));
        int port = FreePort.pick();
        Files.writeString(server.resolve("server.xml"), SERVER.formatted(port, Materials.application(folder.path())));
        Files.write(server.resolve("jvm.options"), List.of("-Xmx512m"));
        LibertyPools pools = LibertyPools.of(PropertyCatalog.of(configuration));
        String plain = new DropinFile(pools.configurations()).text();
        String hooked = new DropinFile(Hook.inLiberty(pools.configurations(), Hook.classInDropin(plain))).text();
        Path dropin = server.resolve(DropinFile.PATH);
        Files.createDirectories(dropin.getParent());
        Files.writeString(dropin, Hook.inDropin(hooked));
        Path library = Files.createDirectories(server.resolve(DropinFile.DRIVER_FOLDER));
        Files.copy(Materials.driver(folder.path()), library.resolve("postgresql.jar"));
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(pools.secrets());
        environment.put("WLP_USER_DIR", folder.path().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Path script = Servers.folder().resolve("wlp").resolve("bin").resolve("server");
        return new Launch(
                "Open Liberty",
                "CWWKF0011I",
                List.of(script.toString(), "run", NAME),
                environment,
                server,
                port,
                Duration.ofSeconds(30));
    }
}
