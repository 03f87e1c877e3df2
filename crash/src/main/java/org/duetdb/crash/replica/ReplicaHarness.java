package org.duetdb.crash.replica;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duetdb.harness.MarkedSection;

/** Measures what {@code docs/replicas.md} shows, and prints it. */
public final class ReplicaHarness {

    private final StringBuilder report = new StringBuilder();
    private final List<String> broken = new ArrayList<>();
    private final PrintStream out;

    private ReplicaHarness(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs everything. The exit code is 1 if something does not hold.
     *
     * <p>System properties: {@code replicas.pairs}, {@code replicas.kills}, {@code replicas.probes} and
     * {@code replicas.promotions}, how many; {@code replicas.page}, the page whose section is replaced if all holds;
     * {@code crash.folder}, where the server is.
     */
    public static void main(String[] arguments) throws Exception {
        // whoever has started this may be killed, and not come to end it
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        ReplicaHarness harness = new ReplicaHarness(System.out);
        harness.run(Integer.getInteger("replicas.pairs"), Integer.getInteger("replicas.kills"));
        harness.add(Readiness.run(Integer.getInteger("replicas.probes")));
        harness.add(Promotion.run(Integer.getInteger("replicas.promotions")));
        System.exit(harness.finish(Path.of(System.getProperty("replicas.page"))));
    }

    private void run(int pairs, int kills) throws Exception {
        try (ItemDatabases databases = ItemDatabases.start();
                ItemServer server = ItemServer.start(databases.write(), databases.read())) {
            report.append(String.format(
                    Locale.ROOT,
                    "Measured on %d cores with JDK %s and Payara Micro, client and databases on the same machine.%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.version")));
            add(new ReplicaKills(databases, server.items()).run(kills));
            add(new Pairs(databases, server.items()).run(pairs));
        }
    }

    private void add(Figures figures) {
        out.println(figures);
        report.append(figures).append('\n');
        broken.addAll(figures.broken());
    }

    private int finish(Path page) throws IOException {
        broken.forEach(sentence -> out.println("BROKEN: " + sentence));
        if (broken.isEmpty()) {
            new MarkedSection(page, "figures").write(report.toString().strip() + "\n");
        }
        return broken.isEmpty() ? 0 : 1;
    }
}
