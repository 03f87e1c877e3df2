package org.duetdb.benchmark.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

        /** The rounds do not agree on who is ahead. */
        private boolean isLevel() {
            return !isAhead() && ratio.low() < 1;
        }

        private String text() {
            return ratio + " of " + peer.label();
        }
    }

    /** Says it once where that is so, and names each line where it is not. */
    Stream<Finding> findings() {
        String promise = measure.label() + " ahead of every peer";
        List<Lead> leads = Arrays.stream(Workload.values())
                .flatMap(workload -> closest(workload).stream())
                .toList();
        if (leads.isEmpty()) {
            return Stream.of(new Finding(promise, "every line", "", Verdict.NOT_MEASURED));
        }
        if (leads.stream().allMatch(Lead::isAhead)) {
            String closest = leads.stream().max(byRatio()).orElseThrow().text();
            return Stream.of(new Finding(promise, "all " + leads.size() + " lines", closest, Verdict.HOLDS));
        }
        return leads.stream()
                .filter(lead -> !lead.isAhead())
                .map(lead -> new Finding(promise, lead.workload().label(), lead.text(), verdict(lead)));
    }

    private static Verdict verdict(Lead lead) {
        return lead.isLevel() ? Verdict.LEVEL : Verdict.DOES_NOT_HOLD;
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
