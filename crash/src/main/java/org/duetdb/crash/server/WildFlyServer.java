package org.duetdb.crash.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.Difference;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.wildfly.StandaloneConfiguration;
import org.duetdb.configure.wildfly.WildFlyPools;
import org.duetdb.configure.wildfly.WildFlyScript;
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
        WildFlyPools pools = WildFlyPools.of(ConfiguredCatalog.of(configuration));
        Path driver = Materials.driver(folder.path());
        // a module that is there is kept, and would be that of the last run
        for (String module : MODULES) {
            Folders.remove(installation.resolve(module));
        }
        List<String> script = script(base, pools.configurations(), driver);
        bring(installation, base, folder, script(base, Hook.inWildFly(pools.configurations(), script), driver));
        Files.copy(
                Materials.application(folder.path()),
                base.resolve("deployments").resolve("ROOT.war"));
        int port = FreePort.pick();
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(configuration));
        environment.putAll(pools.secrets());
        return new Launch(
                "WildFly",
                "WFLYSRV0025",
                command(installation, base, port),
                environment,
                base,
                port,
                Duration.ofSeconds(30));
    }

    private static List<String> script(Path base, List<PoolConfiguration> pools, Path driver) throws IOException {
        Path standalone = base.resolve("configuration").resolve("standalone.xml");
        Difference difference = Difference.between(StandaloneConfiguration.pools(standalone), pools);
        return WildFlyScript.of(difference, driver, "duet-crash").lines();
    }

    private static void bring(Path installation, Path base, RunFolder folder, List<String> lines)
            throws IOException, InterruptedException {
        Path script = Files.write(folder.resolve("duet.cli"), lines);
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
