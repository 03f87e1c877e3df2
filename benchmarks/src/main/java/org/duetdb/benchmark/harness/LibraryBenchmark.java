package org.duetdb.benchmark.harness;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The one benchmark; its {@link Stand} says what it is of. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LibraryBenchmark {

    /** Returns what the library returned, for JMH to consume. */
    @Benchmark
    public Object operation(Stand stand) {
        return stand.run();
    }
}
