package org.duetdb.benchmark.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;

/** The samples of all workloads and libraries, those of one round at the same place. For one thread. */
public final class Results {

    private final Map<Workload, Map<Library, List<Sample>>> samples = new EnumMap<>(Workload.class);

    /** Adds what a library did in further rounds of a workload. */
    public void add(Workload workload, Library library, List<Sample> rounds) {
        samples.computeIfAbsent(workload, absent -> new EnumMap<>(Library.class))
                .computeIfAbsent(library, absent -> new ArrayList<>())
                .addAll(rounds);
    }

    /** Returns a library's values; empty if it was not measured. */
    public Optional<Spread> values(Workload workload, Library library, Measure measure) {
        return rounds(workload, library, measure).map(values -> Spread.of(Arrays.stream(values)));
    }

    /**
     * Returns what a library took in relation to another one. The ratio is formed within each round, so that what
     * disturbs a whole round disturbs no ratio.
     *
     * @return empty if one of the two was not measured
     */
    public Optional<Spread> ratio(Workload workload, Library library, Library base, Measure measure) {
        return rounds(workload, library, measure)
                .flatMap(dividends ->
                        rounds(workload, base, measure).map(divisors -> Spread.ofRatios(dividends, divisors)));
    }

    private Optional<double[]> rounds(Workload workload, Library library, Measure measure) {
        return Optional.ofNullable(samples.getOrDefault(workload, Map.of()).get(library))
                .map(rounds -> rounds.stream().mapToDouble(measure::of).toArray());
    }
}
