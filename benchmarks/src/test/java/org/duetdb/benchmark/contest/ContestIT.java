package org.duetdb.benchmark.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duetdb.benchmark.database.AccountsDatabase;
import org.duetdb.benchmark.harness.Stage;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.Measure;
import org.duetdb.benchmark.result.Results;
import org.duetdb.config.DatabaseSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ContestIT {

    private static final Plan PLAN = new Plan(
            3,
            2,
            1,
            Duration.ofMillis(50),
            List.of(Workload.BATCH),
            List.of(Library.RAW, Library.DUET),
            1,
            false,
            Duration.ZERO,
            List.of());

    private static AccountsDatabase database;

    private Gate gate;
    private Path stage;

    @BeforeAll
    static void start() throws Exception {
        database = AccountsDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        gate = new Gate();
        stage = folder.resolve("stage");
        DatabaseSettings settings = database.settings();
        new Stage(
                        settings.address().jdbcUrl(),
                        settings.user(),
                        settings.password().reveal(),
                        gate.port())
                .write(stage);
    }

    @AfterEach
    void close() throws Exception {
        gate.close();
    }

    /** The servers are children of this JVM too. */
    private static List<ProcessHandle> forks() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    @Test
    void run_twoLibraries_measuresBothAndEndsTheirJvms() throws Exception {
        Results results = new Results();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        new Contest(PLAN, gate, stage, new PrintStream(progress)).run(Workload.BATCH, results);
        assertThat(progress.toString(StandardCharsets.UTF_8)).containsSubsequence("Duet", "1 2 ", "Duet", "1 2 ");
        for (Measure measure : Measure.values()) {
            assertThat(results.values(Workload.BATCH, Library.RAW, measure)
                            .orElseThrow()
                            .median())
                    .isPositive();
            assertThat(results.ratio(Workload.BATCH, Library.DUET, Library.RAW, measure))
                    .isPresent();
        }
        assertThat(results.values(Workload.BATCH, Library.JOOQ, Measure.TIME)).isEmpty();
        assertThat(forks()).isEmpty();
    }

    /** As when whoever gives the turns has died: nothing else would end a JVM that waits for one. */
    @Test
    void close_whileItWaitsForItsTurn_endsTheJvm() throws Exception {
        JmhFork fork = JmhFork.start(Workload.BATCH, Library.RAW, PLAN, stage);
        Contestant contestant = Contestant.start(Library.RAW, fork, gate, PLAN.warmUp() + PLAN.roundsOfHeat());
        contestant.takeTurn();
        List<ProcessHandle> waiting = forks();
        assertThat(waiting).hasSize(1);
        contestant.close();
        assertThat(waiting.get(0).onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void run_libraryThatFails_saysWhy() throws Exception {
        Stage wrong = new Stage("jdbc:postgresql://127.0.0.1:1/app", "nobody", "nothing", gate.port());
        wrong.write(stage);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        assertThatThrownBy(() -> new Contest(PLAN, gate, stage, nowhere).run(Workload.BATCH, new Results()))
                .satisfies(failure -> assertThat(failure.getSuppressed()[0]).hasMessageContaining("127.0.0.1:1"));
    }
}
