package org.duetdb.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.bank.Bank;
import org.duetdb.crash.bank.Side;
import org.duetdb.crash.report.Results;
import org.duetdb.crash.server.ApplicationServer;
import org.duetdb.crash.server.Servers;
import org.duetdb.crash.verdict.Outcome;

/** Kills as planned, prints a line for each run, and keeps what is needed to understand one that failed. */
public final class Crashes {

    private final Plan plan;
    private final Path kept;
    private final PrintStream out;
    private final Results results = new Results();
    private final List<String> broken = new ArrayList<>();

    Crashes(Plan plan, Path kept, PrintStream out) {
        this.plan = plan;
        this.kept = kept;
        this.out = out;
    }

    /**
     * Runs the harness. The exit code is 1 if something does not hold.
     *
     * <p>System properties: {@code crash.servers}, {@code crash.runs}, {@code crash.seed}, {@code crash.kinds};
     * {@code crash.page}, the page that the results are added to; {@code crash.folder} and {@code crash.wildfly}, where
     * the servers are; {@code crash.kept}, where logs of failed runs go; {@code crash.datasource}, a class to wrap
     * instead of the configured one, in which case the page is left alone.
     */
    public static void main(String[] arguments) throws Exception {
        // whoever has started this may be killed, and not come to end it
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
        Crashes crashes = new Crashes(Plan.ofSystemProperties(), Path.of(System.getProperty("crash.kept")), System.out);
        boolean holds = false;
        try {
            holds = crashes.run().isEmpty();
        } finally {
            crashes.report();
        }
        System.exit(holds ? 0 : 1);
    }

    private void report() throws IOException {
        out.println();
        out.print(results.text());
        String page = System.getProperty("crash.page", "");
        if (!page.isEmpty() && System.getProperty("crash.datasource", "").isEmpty()) {
            results.addTo(Path.of(page));
        }
    }

    /** Returns the runs that are broken, each in words. */
    List<String> run() throws IOException, InterruptedException, SQLException {
        try (Bank bank = Bank.open()) {
            for (Servers kind : plan.servers()) {
                run(kind, bank);
            }
        }
        return broken;
    }

    /** A server that came to nothing is thrown away, and the next run gets a new one. */
    private void run(Servers kind, Bank bank) throws IOException, InterruptedException {
        int next = 0;
        while (next < plan.attacks().size()) {
            try (ApplicationServer server = kind.install(bank.configuration())) {
                Round round = new Round(bank, server);
                boolean usable = true;
                while (usable && next < plan.attacks().size()) {
                    Attack attack = plan.attacks().get(next);
                    next++;
                    out.print("[" + kind + " " + next + "/" + plan.attacks().size() + "] ");
                    usable = run(kind, bank, server, round, attack);
                }
            }
        }
    }

    private boolean run(Servers kind, Bank bank, ApplicationServer server, Round round, Attack attack)
            throws IOException, InterruptedException {
        try {
            Outcome outcome = round.run(attack);
            out.println(outcome);
            results.add(server.name(), outcome);
            if (!outcome.violations().isEmpty()) {
                keep(kind, bank, server, outcome.toString(), attack);
            }
            return true;
        } catch (IOException | SQLException | RuntimeException failure) {
            String verdict = "seed " + attack.seed() + ", " + attack + ": " + failure;
            out.println(verdict);
            keep(kind, bank, server, verdict, attack);
            return false;
        }
    }

    private void keep(Servers kind, Bank bank, ApplicationServer server, String verdict, Attack attack)
            throws IOException {
        broken.add(server.name() + ", " + verdict);
        Path folder = Files.createDirectories(kept.resolve(kind + "-seed-" + attack.seed()));
        Files.writeString(folder.resolve("verdict.txt"), verdict + "\n");
        if (Files.exists(server.log())) {
            Files.copy(server.log(), folder.resolve("server.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Side side : Side.values()) {
            Files.write(
                    folder.resolve(side.name().toLowerCase() + ".log"),
                    List.of(bank.cluster(side).log()));
        }
        out.println("    its logs are in " + folder);
    }
}
