package org.duetdb.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duetdb.benchmark.contest.Contest;
import org.duetdb.benchmark.contest.Gate;
import org.duetdb.benchmark.contest.Plan;
import org.duetdb.benchmark.database.AccountsDatabase;
import org.duetdb.benchmark.database.PairOfDatabases;
import org.duetdb.benchmark.harness.Stage;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.report.CommitReport;
import org.duetdb.benchmark.report.Report;
import org.duetdb.benchmark.result.Commits;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.ServerKind;
import org.duetdb.benchmark.server.CommitBenchmark;
import org.duetdb.benchmark.server.ServerBenchmark;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.embedded.RunFolder;
import org.duetdb.harness.MarkedSection;

/** Measures everything that is asked for, prints it, and writes it down. */
public final class Benchmarks {

    private final Plan plan;
    private final PrintStream out;
    private final List<Integer> cores;
    private final int processors;
    private final boolean pinned;

    private Benchmarks(Plan plan, PrintStream out) throws IOException, InterruptedException {
        this.plan = plan;
        this.out = out;
        this.cores = Affinity.cores();
        this.processors = Runtime.getRuntime().availableProcessors();
        this.pinned = !cores.isEmpty() && Affinity.restrict(cores.subList(0, 1));
    }

    /**
     * Runs the benchmark.
     *
     * <p>System properties: those of {@link Plan}; {@code benchmark.page}, the page whose sections are replaced when
     * everything in them was measured; {@code benchmark.reports}, the folder that they are written to in any case.
     */
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        new Benchmarks(Plan.ofSystemProperties(), System.out).run();
    }

    /** Whoever has started this may be killed, and not come to end it. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
    }

    private void run() throws Exception {
        out.println(pinned ? "Pinned to core " + cores.get(0) : "NOT pinned: taskset is missing or was refused");
        try (AccountsDatabase database = AccountsDatabase.start()) {
            String conditions = new Conditions(plan, pinned, processors, database.version()).ofLibraries();
            Results results = libraries(database);
            EndToEnd server = plan.endToEnd() ? server(database) : new EndToEnd(Map.of());
            write(new Report(conditions, results, server).text(), "measured", plan.isComplete());
        }
        if (!plan.servers().isEmpty()) {
            commits();
        }
    }

    private Results libraries(AccountsDatabase database) throws IOException, SQLException {
        Results results = new Results();
        try (RunFolder folder = RunFolder.create();
                Gate gate = new Gate()) {
            // JMH removes its temporary files only if it comes to that; here they go with the folder
            System.setProperty("java.io.tmpdir", folder.path().toString());
            DatabaseSettings settings = database.settings();
            Path stage = folder.resolve("stage");
            new Stage(
                            settings.address().jdbcUrl(),
                            settings.user(),
                            settings.password().reveal(),
                            gate.port())
                    .write(stage);
            Contest contest = new Contest(plan, gate, stage, out);
            for (Workload workload : plan.workloads()) {
                database.checkpoint();
                contest.run(workload, results);
            }
        }
        return results;
    }

    private EndToEnd server(AccountsDatabase database) throws IOException, SQLException, InterruptedException {
        database.checkpoint();
        try (ServerBenchmark server = ServerBenchmark.start(installation(ServerKind.PAYARA_MICRO), database)) {
            makeLoad();
            return server.run(plan.rounds(), plan.serverWarmUp(), new Random(plan.seed()), out);
        }
    }

    private void commits() throws IOException, SQLException, InterruptedException {
        List<Commits> commits = new ArrayList<>();
        String version = "";
        for (ServerKind kind : plan.servers()) {
            if (pinned) {
                Affinity.restrict(cores.subList(0, 1));
            }
            try (PairOfDatabases databases = PairOfDatabases.start();
                    CommitBenchmark server = CommitBenchmark.start(kind, installation(kind), databases)) {
                makeLoad();
                if (pinned && cores.size() > 1) {
                    // as another machine would be
                    Affinity.restrict(databases.replicaPid(), cores.subList(1, cores.size()));
                }
                version = databases.version();
                commits.add(server.run(plan.rounds(), plan.serverWarmUp(), new Random(plan.seed()), out));
            }
        }
        String conditions = new Conditions(plan, pinned, processors, version).ofCommits();
        write(
                new CommitReport(conditions, commits).text(),
                "commits",
                plan.servers().size() == ServerKind.values().length);
    }

    private static Path installation(ServerKind server) {
        return Path.of(System.getProperty(
                switch (server) {
                    case PAYARA_MICRO -> "benchmark.payara-micro";
                    case WILDFLY -> "benchmark.wildfly";
                }));
    }

    /** The server and the databases stay where they are; this JVM goes to the other cores. */
    private void makeLoad() throws IOException, InterruptedException {
        if (pinned && cores.size() > 1) {
            Affinity.restrict(cores.subList(1, cores.size()));
        }
    }

    private void write(String report, String section, boolean complete) throws IOException {
        out.println();
        out.print(report);
        Files.writeString(Path.of(System.getProperty("benchmark.reports"), section + ".md"), report);
        if (complete) {
            new MarkedSection(Path.of(System.getProperty("benchmark.page")), section).write(report);
        }
    }
}
