package org.duetdb.benchmark.contest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.duetdb.benchmark.harness.ClientCpuProfiler;
import org.duetdb.benchmark.harness.LibraryBenchmark;
import org.duetdb.benchmark.harness.Stage;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.Sample;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One run of JMH with one fork. JMH takes one run after the other; here each has a thread of its own, and the forks
 * wait for their turns.
 */
final class JmhFork {

    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final long PATIENCE_SECONDS = 10;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final CompletableFuture<List<Sample>> samples = new CompletableFuture<>();

    private JmhFork() {}

    static JmhFork start(Workload workload, Library library, Plan plan, Path stage) {
        JmhFork fork = new JmhFork();
        Thread thread =
                new Thread(() -> fork.run(options(workload, library, plan, stage)), "duet-benchmark-" + library);
        thread.setDaemon(true);
        thread.start();
        return fork;
    }

    private void run(Options options) {
        try {
            OutputFormat output = OutputFormatFactory.createFormatInstance(
                    new PrintStream(log, true, StandardCharsets.UTF_8), VerboseMode.NORMAL);
            RunResult result = new Runner(options, output).runSingle();
            samples.complete(result.getBenchmarkResults().iterator().next().getIterationResults().stream()
                    .map(JmhFork::sample)
                    .toList());
        } catch (RunnerException | RuntimeException | Error failure) {
            samples.completeExceptionally(failure);
        }
    }

    private static Sample sample(IterationResult result) {
        var others = result.getSecondaryResults();
        return new Sample(
                result.getPrimaryResult().getScore(),
                others.get(ClientCpuProfiler.RESULT).getScore(),
                others.get(ALLOCATION).getScore());
    }

    private static Options options(Workload workload, Library library, Plan plan, Path stage) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(LibraryBenchmark.class.getName()) + "\\.")
                .param("workload", workload.name())
                .param("library", library.name())
                .forks(1)
                .jvmArgs(
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dorg.jooq.no-logo=true",
                        "-Dorg.jooq.no-tips=true",
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-D" + Stage.FILE + "=" + stage)
                .warmupIterations(plan.warmUp())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(plan.roundsOfHeat())
                .measurementTime(TimeValue.milliseconds(plan.slice().toMillis()))
                // a fork waits for the turns of all others
                .timeout(TimeValue.days(1))
                // the first one surrounds the others: what it allocates itself is not counted
                .addProfiler(ClientCpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
    }

    /** Completes when the fork has ended. */
    CompletableFuture<List<Sample>> samples() {
        return samples;
    }

    /** Adds to a failure what the fork said. */
    void explain(Exception failure) {
        // JMH says the reason when the fork has ended
        samples.handle((done, failed) -> done)
                .completeOnTimeout(List.of(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        failure.addSuppressed(new IllegalStateException(log.toString(StandardCharsets.UTF_8)));
    }
}
