package org.duetdb.crash.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.duetdb.crash.hook.Order;
import org.duetdb.embedded.Leash;
import org.duetdb.embedded.LeashedProcess;
import org.duetdb.embedded.RunFolder;
import org.duetdb.embedded.ServerStart;

/** A server on a leash. */
final class LeashedServer implements ApplicationServer {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final RunFolder folder;
    private final Launch launch;
    private LeashedProcess process;

    LeashedServer(RunFolder folder, Launch launch) {
        this.folder = folder;
        this.launch = launch;
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public void start() {
        Leash leash = Leash.command(launch.command())
                .workingDirectory(launch.workingDirectory())
                .environment(launch.environment())
                .environment(Map.of(Order.PLACE, orders().toString()))
                .grace(GRACE)
                .within(folder);
        process = new ServerStart(launch.name(), launch.ready(), this::log).on(leash);
    }

    private synchronized void log(String line) {
        try {
            Files.write(log(), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void kill() {
        // not by the process's own method, which closes its output: the last lines would be lost
        process.signal("KILL");
        process.onExit().join();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    @Override
    public URI application() {
        return URI.create("http://127.0.0.1:" + launch.port() + "/");
    }

    @Override
    public Path log() {
        return folder.resolve("server.log");
    }

    @Override
    public Path orders() {
        return folder.resolve("order");
    }

    @Override
    public Duration recoveryCycle() {
        return launch.recoveryCycle();
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop();
        }
        folder.close();
    }
}
