package org.duetdb.benchmark.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duetdb.benchmark.database.AccountsDatabase;
import org.duetdb.benchmark.result.EndToEnd;

/** The two applications on Payara Micro, with load on them. For one thread. */
public final class ServerBenchmark implements AutoCloseable {

    private static final int CONNECTIONS = 16;

    private static final Map<String, String> SUFFIXES = Map.of(EndToEnd.ONE_ROW, "", EndToEnd.HUNDRED_ROWS, "/page");

    private final BenchmarkServer server;

    private ServerBenchmark(BenchmarkServer server) {
        this.server = server;
    }

    /**
     * Starts the server with both applications.
     *
     * @param payara the jar of Payara Micro
     */
    public static ServerBenchmark start(Path payara, AccountsDatabase database) {
        return new ServerBenchmark(MicroServer.start(
                payara,
                new Deployment(
                        database.catalog(),
                        database.configuration(),
                        folder -> List.of(Applications.session(folder), Applications.jdbc(folder)))));
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
            new Sameness(server.port()).require(List.of(raw, session));
            out.println("end to end, " + kind);
            try (LoadGenerator load = new LoadGenerator(server.port(), CONNECTIONS)) {
                boolean warm = new WarmUp(load, warmUp).run(List.of(raw, session));
                lines.put(kind, new Duel(load, pairs, random).run(raw, session, warm));
            }
        }
        return new EndToEnd(lines);
    }

    @Override
    public void close() {
        server.close();
    }
}
