package org.duetdb.benchmark.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.Measure;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Spread;

/** Whether Duet is ahead of every peer in every line, by one measure. */
record PeerRace(Results results, Measure measure) {

    /** Duet beside the best of its peers. */
    private record Lead(Workload workload, Library peer, Spread ratio) {

        private boolean isAhead() {
            return ratio.median() < 1;
        }

        private String text() {
            return workload.label() + ": " + ratio + " of " + peer.label();
        }
    }

    Finding finding() {
        List<Lead> leads = Arrays.stream(Workload.values())
                .flatMap(workload -> closest(workload).stream())
                .toList();
        long ahead = leads.stream().filter(Lead::isAhead).count();
        String line = ahead + " of " + leads.size() + " lines";
        String promise = measure.label() + " ahead of every peer";
        if (leads.isEmpty()) {
            return new Finding(promise, "every line", "", Verdict.NOT_MEASURED);
        }
        if (ahead == leads.size()) {
            Lead closest = leads.stream().max(byRatio()).orElseThrow();
            return new Finding(promise, line, "closest: " + closest.text(), Verdict.HOLDS);
        }
        String behind =
                leads.stream().filter(lead -> !lead.isAhead()).map(Lead::text).collect(Collectors.joining("; "));
        return new Finding(promise, line, behind, Verdict.DOES_NOT_HOLD);
    }

    private Optional<Lead> closest(Workload workload) {
        return Stream.of(Library.values())
                .filter(Library::isPeer)
                .flatMap(peer -> results.ratio(workload, Library.DUET, peer, measure).stream()
                        .map(ratio -> new Lead(workload, peer, ratio)))
                .max(byRatio());
    }

    private static Comparator<Lead> byRatio() {
        return Comparator.comparingDouble(lead -> lead.ratio().median());
    }
}
