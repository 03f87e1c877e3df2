package org.duetdb.benchmark.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duetdb.Role;
import org.duetdb.benchmark.database.PairOfDatabases;
import org.duetdb.benchmark.result.CommitKind;
import org.duetdb.benchmark.result.Commits;
import org.duetdb.benchmark.result.ServerKind;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.DatabaseSettings;

/** Requests that end in a commit, on an application server. For one thread. */
public final class CommitBenchmark implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final int EXAMPLE = 42;

    private static final Map<CommitKind, Target> TARGETS = Map.of(
            CommitKind.WRITE, new Target("", "/write"),
            CommitKind.WRITE_AND_REPLICA, new Target("", "/write-and-replica"),
            CommitKind.WRITE_AND_READ, new Target("", "/write-and-read"),
            CommitKind.TWO_WRITES, new Target("", "/two-writes"),
            CommitKind.PLAIN_TWO_WRITES, new Target("/" + Applications.PLAIN, "/two-writes"),
            CommitKind.PLAIN_WRITE, new Target("/" + Applications.PLAIN, "/write"),
            CommitKind.PLAIN_WRITE_AND_REPLICA, new Target("/" + Applications.PLAIN, "/write-and-replica"));

    private final PairOfDatabases databases;
    private final ServerKind serverKind;
    private final BenchmarkServer server;

    private CommitBenchmark(PairOfDatabases databases, ServerKind kind, BenchmarkServer server) {
        this.databases = databases;
        this.serverKind = kind;
        this.server = server;
    }

    /**
     * Starts a server with both applications.
     *
     * @param installation the jar of Payara Micro, or where WildFly was unpacked
     */
    public static CommitBenchmark start(ServerKind kind, Path installation, PairOfDatabases databases)
            throws IOException, InterruptedException {
        return new CommitBenchmark(databases, kind, start(kind, installation, deployment(databases)));
    }

    private static BenchmarkServer start(ServerKind kind, Path installation, Deployment deployment)
            throws IOException, InterruptedException {
        return switch (kind) {
            case PAYARA_MICRO -> MicroServer.start(installation, deployment);
            case WILDFLY -> StandaloneServer.start(installation, deployment);
        };
    }

    private static Deployment deployment(PairOfDatabases databases) {
        Catalog catalog = databases.catalog();
        return new Deployment(
                catalog,
                databases.configuration(),
                folder -> List.of(
                        Applications.commit(folder),
                        Applications.plain(
                                folder,
                                settings(catalog, "default", Role.WRITE),
                                settings(catalog, "default", Role.READ),
                                settings(catalog, "analytics", Role.WRITE))));
    }

    private static DatabaseSettings settings(Catalog catalog, String alias, Role role) {
        return catalog.bindings().stream()
                .filter(binding -> binding.alias().equals(alias) && binding.role() == role)
                .findFirst()
                .orElseThrow()
                .settings();
    }

    /**
     * Measures: in every round each kind has one slice, in an order of the round's own.
     *
     * @param warmUp how long is warmed up, at most
     * @param random decides on the order of slices
     * @param out hears of the progress
     */
    public Commits run(int rounds, Duration warmUp, Random random, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        for (CommitKind kind : CommitKind.values()) {
            requireEffect(kind);
        }
        Map<CommitKind, double[]> speeds = new EnumMap<>(CommitKind.class);
        List<CommitKind> order = new ArrayList<>(List.of(CommitKind.values()));
        order.forEach(kind -> speeds.put(kind, new double[rounds]));
        out.println("commits on " + serverKind);
        try (LoadGenerator load = new LoadGenerator(server.port(), CONNECTIONS)) {
            boolean warm = new WarmUp(load, warmUp).run(List.copyOf(TARGETS.values()));
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, random);
                for (CommitKind kind : order) {
                    speeds.get(kind)[round] = load.requestsPerSecond(TARGETS.get(kind), SLICE);
                }
            }
            return new Commits(serverKind, speeds, warm);
        }
    }

    /** A request is only measured if it does what it is for. */
    private void requireEffect(CommitKind kind) throws IOException, InterruptedException, SQLException {
        boolean both = kind == CommitKind.TWO_WRITES || kind == CommitKind.PLAIN_TWO_WRITES;
        List<Long> before = databases.visits(EXAMPLE);
        URI address = URI.create(
                "http://127.0.0.1:" + server.port() + TARGETS.get(kind).path(EXAMPLE));
        int status = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
        List<Long> expected = List.of(before.get(0) + 1, before.get(1) + (both ? 1 : 0));
        List<Long> after = databases.visits(EXAMPLE);
        if (status != 200 || !after.equals(expected)) {
            throw new IllegalStateException(
                    kind.label() + " answered " + status + " and counted " + after + " instead of " + expected);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
