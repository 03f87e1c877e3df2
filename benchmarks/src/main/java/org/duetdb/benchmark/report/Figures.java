package org.duetdb.benchmark.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Measure;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Spread;

/** The figures that a session shall keep to beside raw JDBC on the same connections, and beside its peers. */
final class Figures {

    private static final double NEARLY_FREE = 1.10;
    private static final double NO_SLOWER = 1.05;

    private final Results results;

    Figures(Results results) {
        this.results = results;
    }

    List<Finding> findings(EndToEnd server) {
        return Stream.of(
                        againstRaw(Measure.ALLOCATION, Limit.AT_MOST, NEARLY_FREE, Figures::isOneRow),
                        againstRaw(Measure.ALLOCATION, Limit.BELOW, 1, Figures::isManyMaps),
                        againstRaw(Measure.CPU, Limit.AT_MOST, NEARLY_FREE, Figures::isQueryOrUpdate),
                        againstRaw(Measure.TIME, Limit.AT_MOST, NO_SLOWER, Figures::isQueryOrUpdate),
                        againstRaw(Measure.TIME, Limit.AT_MOST, 0.75, workload -> workload == Workload.BATCH),
                        againstRaw(Measure.TIME, Limit.AT_MOST, 0.60, workload -> workload == Workload.BULK),
                        Arrays.stream(Measure.values()).flatMap(measure -> new PeerRace(results, measure).findings()),
                        endToEnd(server))
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<Finding> againstRaw(Measure measure, Limit limit, double figure, Predicate<Workload> lines) {
        return Arrays.stream(Workload.values()).filter(lines).map(workload -> {
            Optional<Spread> ratio = results.ratio(workload, Library.DUET, Library.RAW, measure);
            return Finding.of(measure.label(), workload.label(), ratio, limit, figure);
        });
    }

    private static Stream<Finding> endToEnd(EndToEnd server) {
        return EndToEnd.KINDS.stream()
                .map(kind -> Finding.of(
                        "Requests per second",
                        "end to end, " + kind,
                        server.line(kind).map(EndToEnd.Line::ratio),
                        Limit.AT_LEAST,
                        0.97));
    }

    private static boolean isOneRow(Workload workload) {
        return workload == Workload.ROW_TO_MAP || workload == Workload.ROW_TO_RECORD;
    }

    private static boolean isManyMaps(Workload workload) {
        return workload == Workload.ROWS_100_TO_MAPS || workload == Workload.ROWS_10000_TO_MAPS;
    }

    private static boolean isQueryOrUpdate(Workload workload) {
        return !workload.isInsert();
    }
}
