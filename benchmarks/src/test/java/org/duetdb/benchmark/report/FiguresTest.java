package org.duetdb.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Sample;
import org.duetdb.benchmark.result.Spread;
import org.junit.jupiter.api.Test;

/** What is said of the figures that were promised. */
class FiguresTest {

    private static final EndToEnd NOTHING = new EndToEnd(Map.of());

    private final Results results = new Results();

    private void measured(Workload workload, Library library, double amount) {
        results.add(
                workload,
                library,
                Stream.of(1, 2, 3)
                        .map(round -> new Sample(amount * round, amount * round, amount * round))
                        .toList());
    }

    private Finding finding(String promise, String line) {
        return findings(NOTHING).stream()
                .filter(finding ->
                        finding.promise().equals(promise) && finding.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> findings(EndToEnd server) {
        return new Figures(results).findings(server);
    }

    @Test
    void findings_nothingMeasured_sayThatOfEveryFigure() {
        assertThat(findings(NOTHING))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.NOT_MEASURED));
    }

    @Test
    void findings_ratioAtTheLimit_holdsWhereItMayBeReached() {
        for (Workload workload : Workload.values()) {
            measured(workload, Library.RAW, 100);
            measured(workload, Library.DUET, 100);
        }
        assertThat(finding("Wall time at most 1.05", "1 row to a map").verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(finding("Allocation below 1.00", "100 rows to maps").verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(finding("Wall time at most 0.75", "batch of 1,000 inserts").verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(finding("Wall time at most 0.60", "bulk insert of 1,000 rows")
                        .measured())
                .isEqualTo("1.00");
    }

    @Test
    void peers_aheadOfAll_saysSoAndNamesTheClosest() {
        measured(Workload.UPDATE, Library.DUET, 100);
        measured(Workload.UPDATE, Library.JDBI, 125);
        measured(Workload.UPDATE, Library.SPRING, 110);
        Finding finding = finding("Wall time ahead of every peer", "all 1 lines");
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.measured()).contains("0.91").contains(Library.SPRING.label());
    }

    @Test
    void peers_behindInOneLine_namesThatLineAndTheBest() {
        measured(Workload.UPDATE, Library.DUET, 100);
        measured(Workload.UPDATE, Library.JDBI, 125);
        measured(Workload.BATCH, Library.DUET, 100);
        measured(Workload.BATCH, Library.JOOQ, 80);
        measured(Workload.BATCH, Library.SPRING, 90);
        Finding finding = finding("Client CPU ahead of every peer", Workload.BATCH.label());
        assertThat(finding.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(finding.measured()).contains("1.25").contains(Library.JOOQ.label());
        assertThat(findings(NOTHING)).filteredOn("promise", finding.promise()).hasSize(1);
    }

    @Test
    void peers_roundsThatDoNotAgree_areLevel() {
        rounds(Library.DUET, 100, 100, 100);
        rounds(Library.SPRING, 90, 110, 99);
        assertThat(finding("Wall time ahead of every peer", Workload.UPDATE.label())
                        .verdict())
                .isEqualTo(Verdict.LEVEL);
    }

    private void rounds(Library library, double... amounts) {
        results.add(
                Workload.UPDATE,
                library,
                DoubleStream.of(amounts)
                        .mapToObj(amount -> new Sample(amount, amount, amount))
                        .toList());
    }

    @Test
    void endToEnd_ratioBelowTheFigure_doesNotHold() {
        Spread any = new Spread(1_000, 900, 1_100);
        EndToEnd server = new EndToEnd(Map.of(
                EndToEnd.ONE_ROW, new EndToEnd.Line(any, any, new Spread(0.97, 0.95, 0.99), true),
                EndToEnd.HUNDRED_ROWS, new EndToEnd.Line(any, any, new Spread(0.96, 0.95, 0.99), true)));
        assertThat(findings(server).stream()
                        .filter(finding -> finding.line().startsWith("end to end"))
                        .map(Finding::verdict))
                .containsExactly(Verdict.HOLDS, Verdict.DOES_NOT_HOLD);
    }
}
