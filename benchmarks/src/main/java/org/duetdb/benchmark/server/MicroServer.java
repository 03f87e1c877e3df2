package org.duetdb.benchmark.server;

import java.nio.file.Path;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.CodeJar;
import org.duetdb.payara.PayaraMicro;
import org.postgresql.Driver;

/** Payara Micro. */
final class MicroServer implements BenchmarkServer {

    private final RunFolder folder;
    private final PayaraMicro server;
    private final int port;

    private MicroServer(RunFolder folder, PayaraMicro server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param payara the jar of Payara Micro
     */
    static MicroServer start(Path payara, Deployment deployment) {
        RunFolder folder = RunFolder.create();
        try {
            int port = FreePort.pick();
            PayaraMicro.Launch launch = new PayaraMicro.Launch(
                    payara,
                    CodeJar.of(Driver.class),
                    deployment.applications().apply(folder.path()),
                    port,
                    deployment.catalog(),
                    deployment.configuration());
            return new MicroServer(folder, PayaraMicro.start(launch, line -> {}), port);
        } catch (RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
