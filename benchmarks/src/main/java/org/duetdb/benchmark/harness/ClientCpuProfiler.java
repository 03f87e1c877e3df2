package org.duetdb.benchmark.harness;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** The processor time of this JVM for one operation, garbage collection included. */
public final class ClientCpuProfiler implements InternalProfiler {

    /** The name of the result; its unit is the microsecond. */
    public static final String RESULT = "client.cpu";

    private long before;

    @Override
    public String getDescription() {
        return "processor time of the client";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = ClientCpu.nanos();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros =
                (ClientCpu.nanos() - before) / 1e3 / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(RESULT, micros, "us/op", AggregationPolicy.AVG));
    }
}
