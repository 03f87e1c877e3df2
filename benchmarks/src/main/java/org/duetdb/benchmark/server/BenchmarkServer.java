package org.duetdb.benchmark.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.duetdb.catalog.Catalog;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.CodeJar;
import org.duetdb.payara.PayaraMicro;
import org.postgresql.Driver;

/** Payara Micro with some applications, and the folder that they are in. */
final class BenchmarkServer implements AutoCloseable {

    private final RunFolder folder;
    private final PayaraMicro server;
    private final int port;

    private BenchmarkServer(RunFolder folder, PayaraMicro server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param payara the jar of Payara Micro
     * @param catalog the databases that it gets pools for
     * @param configuration of these databases
     * @param applications puts the WARs into a folder; the first gets the root of the context
     */
    static BenchmarkServer start(
            Path payara, Catalog catalog, Map<String, String> configuration, Function<Path, List<Path>> applications) {
        RunFolder folder = RunFolder.create();
        Queue<String> log = new ConcurrentLinkedQueue<>();
        try {
            int port = FreePort.pick();
            PayaraMicro.Launch launch = new PayaraMicro.Launch(
                    payara, CodeJar.of(Driver.class), applications.apply(folder.path()), port, catalog, configuration);
            return new BenchmarkServer(folder, PayaraMicro.start(launch, log::add), port);
        } catch (RuntimeException | Error failure) {
            folder.close();
            failure.addSuppressed(new IllegalStateException("the server said:\n" + String.join("\n", log)));
            throw failure;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
