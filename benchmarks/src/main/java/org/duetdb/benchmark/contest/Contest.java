package org.duetdb.benchmark.contest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.Results;

/**
 * The libraries against each other. Of one heat all JVMs are alive together. Each warms up alone; then in every round
 * each has one turn, in an order of that round's own. Several heats show what one JVM compiles otherwise than the next.
 */
public final class Contest {

    private final Plan plan;
    private final Gate gate;
    private final Path stage;
    private final PrintStream out;
    private final Random random;

    /**
     * Creates one.
     *
     * @param stage the file of the {@link org.duetdb.benchmark.harness.Stage}
     * @param out hears of the progress
     */
    public Contest(Plan plan, Gate gate, Path stage, PrintStream out) {
        this.plan = plan;
        this.gate = gate;
        this.stage = stage;
        this.out = out;
        this.random = new Random(plan.seed());
    }

    /** Measures one workload, and adds what came out. */
    public void run(Workload workload, Results results) throws IOException {
        out.print(workload.label() + ": ");
        for (int heat = 1; heat <= plan.heats(); heat++) {
            playHeat(workload, results);
        }
        out.println();
    }

    private void playHeat(Workload workload, Results results) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (Library library : plan.libraries()) {
                if (library.offers(workload)) {
                    contestants.add(warm(workload, library));
                }
            }
            for (int round = 1; round <= plan.roundsOfHeat(); round++) {
                progress(round + " ");
                playRound(contestants);
            }
            for (Contestant contestant : contestants) {
                results.add(workload, contestant.library(), contestant.samples());
            }
        } finally {
            for (Contestant contestant : contestants) {
                contestant.close();
            }
        }
    }

    private Contestant warm(Workload workload, Library library) throws IOException {
        progress(library.label() + ", ");
        JmhFork fork = JmhFork.start(workload, library, plan, stage);
        Contestant contestant = Contestant.start(library, fork, gate, plan.warmUp() + plan.roundsOfHeat());
        for (int second = 0; second < plan.warmUp(); second++) {
            contestant.takeTurn();
        }
        return contestant;
    }

    private void playRound(List<Contestant> contestants) throws IOException {
        List<Contestant> order = new ArrayList<>(contestants);
        Collections.shuffle(order, random);
        for (Contestant contestant : order) {
            contestant.takeTurn();
        }
    }

    private void progress(String text) {
        out.print(text);
        out.flush();
    }
}
