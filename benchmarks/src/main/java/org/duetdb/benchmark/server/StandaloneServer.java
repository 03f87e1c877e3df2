package org.duetdb.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.Difference;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.Output;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.wildfly.WildFlyPools;
import org.duetdb.configure.wildfly.WildFlyServer;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.Leash;
import org.duetdb.embedded.LeashedProcess;
import org.duetdb.embedded.RunFolder;
import org.duetdb.embedded.ServerStart;
import org.duetdb.harness.CodeJar;
import org.duetdb.harness.StandaloneFolder;
import org.postgresql.Driver;

/** WildFly, with the pools of the generator. */
final class StandaloneServer implements BenchmarkServer {

    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What the deployment at the root of the context is called. */
    private static final String ROOT = "ROOT.war";

    private final RunFolder folder;
    private final LeashedProcess process;
    private final int port;

    private StandaloneServer(RunFolder folder, LeashedProcess process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param wildFly where it was unpacked
     */
    static StandaloneServer start(Path wildFly, Deployment deployment) throws IOException, InterruptedException {
        RunFolder folder = RunFolder.create();
        try {
            StandaloneFolder standalone = StandaloneFolder.create(wildFly, folder);
            configure(standalone, folder, deployment);
            deploy(deployment.applications().apply(folder.path()), standalone);
            int port = FreePort.pick();
            Leash leash = Leash.command(standalone.command(List.of(), port, FreePort.pick()))
                    .workingDirectory(standalone.base())
                    .environment(environment(deployment))
                    .grace(GRACE)
                    .within(folder);
            return new StandaloneServer(folder, new ServerStart("WildFly", "WFLYSRV0025", line -> {}).on(leash), port);
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    private static void configure(StandaloneFolder standalone, RunFolder folder, Deployment deployment)
            throws IOException, InterruptedException {
        Installation place = new Installation(folder.path(), CodeJar.of(Driver.class), null);
        ServerConfigurator generator = new WildFlyServer();
        Output output = generator.output(
                deployment.catalog(),
                Difference.between(List.of(), generator.desired(deployment.catalog(), place)),
                place);
        for (GeneratedFile file : output.installed()) {
            file.write();
        }
        for (GeneratedFile script : output.scripts()) {
            script.write();
            standalone.run(script.path(), folder.resolve("cli.log"));
        }
    }

    private static void deploy(List<Path> applications, StandaloneFolder standalone) throws IOException {
        Path deployments = standalone.base().resolve("deployments");
        for (Path application : applications) {
            boolean root = application.equals(applications.get(0));
            Files.copy(
                    application,
                    deployments.resolve(root ? ROOT : application.getFileName().toString()));
        }
    }

    private static Map<String, String> environment(Deployment deployment) {
        Map<String, String> environment = new HashMap<>(EnvironmentName.variables(deployment.configuration()));
        environment.putAll(WildFlyPools.of(deployment.catalog()).secrets());
        return environment;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.stop();
        folder.close();
    }
}
