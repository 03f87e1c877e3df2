package org.duetdb.benchmark.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duetdb.benchmark.database.AccountsDatabase;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.embedded.FreePort;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.CodeJar;
import org.duetdb.payara.PayaraMicro;
import org.postgresql.Driver;

/** The two applications on Payara Micro, with load on them. For one thread. */
public final class ServerBenchmark implements AutoCloseable {

    private static final Map<String, String> SUFFIXES = Map.of(EndToEnd.ONE_ROW, "", EndToEnd.HUNDRED_ROWS, "/page");

    private final RunFolder folder;
    private final PayaraMicro server;
    private final int port;

    private ServerBenchmark(RunFolder folder, PayaraMicro server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server with both applications.
     *
     * @param payara the jar of Payara Micro
     */
    public static ServerBenchmark start(Path payara, AccountsDatabase database) {
        RunFolder folder = RunFolder.create();
        Queue<String> log = new ConcurrentLinkedQueue<>();
        try {
            int port = FreePort.pick();
            PayaraMicro.Launch launch = new PayaraMicro.Launch(
                    payara,
                    CodeJar.of(Driver.class),
                    List.of(Applications.session(folder.path()), Applications.jdbc(folder.path())),
                    port,
                    database.catalog(),
                    database.configuration());
            return new ServerBenchmark(folder, PayaraMicro.start(launch, log::add), port);
        } catch (RuntimeException | Error failure) {
            folder.close();
            failure.addSuppressed(new IllegalStateException("the server said:\n" + String.join("\n", log)));
            throw failure;
        }
    }

    /**
     * Measures.
     *
     * @param pairs how many slices each application gets, for each kind of request
     * @param warmUp how long is warmed up for each kind, at most
     * @param random decides on the order of slices
     * @param out hears of the progress
     */
    public EndToEnd run(int pairs, Duration warmUp, Random random, PrintStream out)
            throws IOException, InterruptedException {
        Map<String, EndToEnd.Line> lines = new HashMap<>();
        for (String kind : EndToEnd.KINDS) {
            Target raw = new Target("/" + Applications.JDBC, SUFFIXES.get(kind));
            Target session = new Target("", SUFFIXES.get(kind));
            new Sameness(port).require(List.of(raw, session));
            out.println("end to end, " + kind);
            try (LoadGenerator load = new LoadGenerator(port)) {
                boolean warm = new WarmUp(load, warmUp).run(List.of(raw, session));
                lines.put(kind, new Duel(load, pairs, random).run(raw, session, warm));
            }
        }
        return new EndToEnd(lines);
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
