package org.duetdb.crash.server;

import java.io.File;
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
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.wildfly.WildFlyPools;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;

/** WildFly, with a configuration of its own beside the installation. */
final class WildFlyServer {

    private static final List<String> MODULES = List.of("modules/org/postgresql", "modules/org/duetdb");

    private WildFlyServer() {}

    static Launch install(RunFolder folder, Map<String, String> configuration)
            throws IOException, InterruptedException {
        Path installation = Path.of(System.getProperty("crash.wildfly"));
        Path base = folder.resolve("standalone");
        Folders.copy(installation.resolve("standalone"), base);
        // a module that is there is kept, and would be that of the last run
        for (String module : MODULES) {
            Folders.remove(installation.resolve(module));
        }
        Catalog catalog = ConfiguredCatalog.of(configuration);
        for (GeneratedFile script :
                write(catalog, new Installation(folder.path(), Materials.driver(folder.path()), null))) {
            run(installation, base, folder, script.path());
        }
        Files.copy(
                Materials.application(folder.path()),
                base.resolve("deployments").resolve("ROOT.war"));
        int port = FreePort.pick();
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(WildFlyPools.of(catalog).secrets());
        return new Launch(
                "WildFly",
                "WFLYSRV0025",
                command(installation, base, port),
                environment,
                base,
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
        for (GeneratedFile script : hooked.scripts()) {
            script.write();
        }
        return hooked.scripts();
    }

    private static void run(Path installation, Path base, RunFolder folder, Path script)
            throws IOException, InterruptedException {
        ProcessBuilder cli = new ProcessBuilder(
                installation.resolve("bin").resolve("jboss-cli.sh").toString(),
                "--file=" + script,
                "-Djboss.server.base.dir=" + base);
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        File log = folder.resolve("cli.log").toFile();
        Process process = cli.redirectErrorStream(true).redirectOutput(log).start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the script of the pools failed:\n" + Files.readString(log.toPath()));
        }
    }

    /** What the server's own script would run. */
    private static List<String> command(Path home, Path base, int port) {
        return List.of(
                Servers.java(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "-Dlogging.configuration=file:" + base + "/configuration/logging.properties",
                "-Dorg.jboss.boot.log.file=" + base + "/log/server.log",
                "-jar",
                home + "/jboss-modules.jar",
                "-mp",
                home + "/modules",
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.pick(),
                "-Djboss.management.http.port=" + FreePort.pick());
    }
}
