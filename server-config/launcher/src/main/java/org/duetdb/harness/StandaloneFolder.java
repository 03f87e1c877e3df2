package org.duetdb.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;

/**
 * A configuration of WildFly of its own, beside the installation that it shares.
 *
 * @param installation where the server was unpacked
 * @param base its configuration, its data and its logs
 */
public record StandaloneFolder(Path installation, Path base) {

    /** Those that the generator's script adds. One that is there is kept, and would be that of an earlier run. */
    private static final List<String> MODULES = List.of("modules/org/postgresql", "modules/org/duetdb");

    /** Makes a fresh one, as the server was unpacked. */
    public static StandaloneFolder create(Path installation, RunFolder folder) throws IOException {
        StandaloneFolder made = new StandaloneFolder(installation, folder.resolve("standalone"));
        Folders.copy(installation.resolve("standalone"), made.base());
        for (String module : MODULES) {
            Folders.remove(installation.resolve(module));
        }
        return made;
    }

    /**
     * Runs a script of {@code jboss-cli} on it while no server runs.
     *
     * @param log what the tool says
     * @throws IllegalStateException with that, if it fails
     */
    public void run(Path script, Path log) throws IOException, InterruptedException {
        ProcessBuilder cli = new ProcessBuilder(
                installation.resolve("bin").resolve("jboss-cli.sh").toString(),
                "--file=" + script,
                "-Djboss.server.base.dir=" + base);
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                cli.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the script of the pools failed:\n" + Files.readString(log));
        }
    }

    /**
     * Returns what the server's own script would run: a shell between the leash and the server would keep its signals.
     *
     * @param jvmOptions what the JVM gets beyond what the server needs
     */
    public List<String> command(List<String> jvmOptions, int httpPort, int managementPort) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
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
                installation + "/jboss-modules.jar",
                "-mp",
                installation + "/modules",
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + installation,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.http.port=" + httpPort,
                "-Djboss.https.port=" + FreePort.pick(),
                "-Djboss.management.http.port=" + managementPort));
        return command;
    }
}
