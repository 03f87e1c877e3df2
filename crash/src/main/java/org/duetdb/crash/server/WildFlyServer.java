package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.Difference;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.Output;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.wildfly.WildFlyPools;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.StandaloneFolder;

/** WildFly, with a configuration of its own beside the installation. */
final class WildFlyServer {

    private WildFlyServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration)
            throws IOException, InterruptedException {
        StandaloneFolder standalone = StandaloneFolder.create(Path.of(System.getProperty("crash.wildfly")), folder);
        Catalog catalog = PropertyCatalog.of(configuration);
        for (GeneratedFile script :
                write(catalog, new Installation(folder.path(), Materials.driver(folder.path()), null))) {
            standalone.run(script.path(), folder.resolve("cli.log"));
        }
        Files.copy(
                Materials.application(folder.path()),
                standalone.base().resolve("deployments").resolve("ROOT.war"));
        int port = FreePort.pick();
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(WildFlyPools.of(catalog).secrets());
        return new Launch(
                "WildFly",
                "WFLYSRV0025",
                standalone.command(List.of("-Xmx512m"), port, FreePort.pick()),
                environment,
                standalone.base(),
                port,
                Duration.ofSeconds(30));
    }

    /** Writes what the generator writes, but for the hook, and returns the scripts. */
    private static List<GeneratedFile> write(Catalog catalog, Installation place) throws IOException {
        ServerConfigurator generator = new org.duetdb.configure.wildfly.WildFlyServer();
        List<PoolConfiguration> pools = generator.desired(catalog, place);
        Output plain = generator.output(catalog, Difference.between(List.of(), pools), place);
        List<String> lines =
                plain.scripts().stream().flatMap(file -> file.text().lines()).toList();
        Output hooked = generator.output(catalog, Difference.between(List.of(), Hook.inWildFly(pools, lines)), place);
        for (GeneratedFile file : hooked.installed()) {
            file.write();
        }
        List<GeneratedFile> scripts = hooked.scripts().stream()
                .map(script -> GeneratedFile.of(
                        script.path(), Hook.inScript(script.text()).lines().toList()))
                .toList();
        for (GeneratedFile script : scripts) {
            script.write();
        }
        return scripts;
    }
}
