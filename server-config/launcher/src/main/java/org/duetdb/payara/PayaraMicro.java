package org.duetdb.payara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.EnvironmentName;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.embedded.Leash;
import org.duetdb.embedded.LeashedProcess;
import org.duetdb.embedded.RunFolder;
import org.duetdb.embedded.ServerStart;

/** Payara Micro with its applications, on the loopback interface only. It ends with this JVM, however that ends. */
public final class PayaraMicro implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(8);
    private static final String READY = " ready in ";

    private final RunFolder folder;
    private final LeashedProcess process;

    private PayaraMicro(RunFolder folder, LeashedProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * What is to be started.
     *
     * @param server the jar of Payara Micro
     * @param driver the jar of the PostgreSQL driver
     * @param applications the WARs: the first at the root of the context, others under their names
     * @param port the HTTP port
     * @param catalog the databases that the server gets pools for
     * @param configuration what the application reads, as properties
     */
    public record Launch(
            Path server,
            Path driver,
            List<Path> applications,
            int port,
            Catalog catalog,
            Map<String, String> configuration) {

        /** Launches one application, at the root of the context. */
        public Launch(
                Path server,
                Path driver,
                Path application,
                int port,
                Catalog catalog,
                Map<String, String> configuration) {
            this(server, driver, List.of(application), port, catalog, configuration);
        }
    }

    /**
     * Starts the server and waits until it says that it is ready; the application need not be.
     *
     * @param lines hears everything that the server says
     * @throws IllegalStateException if it ends, or is not ready within three minutes
     */
    public static PayaraMicro start(Launch launch, Consumer<String> lines) {
        RunFolder folder = RunFolder.create();
        try {
            return new PayaraMicro(folder, new ServerStart("Payara Micro", READY, lines).on(leash(folder, launch)));
        } catch (RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    private static Leash leash(RunFolder folder, Launch launch) {
        MicroFiles files;
        try {
            files = MicroFiles.write(folder, launch.server(), launch.driver(), launch.catalog());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(files.jvmOptions());
        command.addAll(List.of("-jar", launch.server().toString()));
        command.addAll(files.serverOptions());
        command.addAll(List.of("--port", Integer.toString(launch.port()), "--contextroot", "/"));
        launch.applications().forEach(application -> command.addAll(List.of("--deploy", application.toString())));
        return Leash.command(command)
                .workingDirectory(folder.path())
                .environment(EnvironmentName.variables(launch.configuration()))
                .environment(PoolDefinition.secrets(PoolDefinition.of(launch.catalog()), UnaryOperator.identity()))
                .grace(STOP)
                .within(folder);
    }

    /** Completes when the server has ended, by itself or not. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** Returns the process id of the server. */
    public long pid() {
        return process.pid();
    }

    /** Stops the server and removes what it wrote. Closing again has no effect. */
    @Override
    public void close() {
        process.stop();
        folder.close();
    }
}
