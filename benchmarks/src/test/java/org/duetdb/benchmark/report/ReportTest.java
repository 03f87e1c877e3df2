package org.duetdb.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Sample;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void text_rawJdbcInNumbers_othersInRelationToIt() {
        Results results = new Results();
        results.add(Workload.UPDATE, Library.RAW, List.of(new Sample(20, 10, 2_000), new Sample(40, 10, 2_000)));
        results.add(Workload.UPDATE, Library.JOOQ, List.of(new Sample(30, 20, 3_000), new Sample(60, 20, 3_000)));
        String text = new Report("conditions\n", results, new EndToEnd(Map.of())).text();
        assertThat(text).startsWith("conditions\n").doesNotContain("### End to end");
        assertThat(cells(text, "### Wall time"))
                .contains("30.0 µs", "1.50", "–")
                .doesNotContain("1.00");
        assertThat(cells(text, "### Client CPU")).contains("10.0 µs", "2.00");
        assertThat(cells(text, "### Allocation")).contains("2,000 B", "1.50");
    }

    private static List<String> cells(String text, String title) {
        String line = text.substring(text.indexOf(title))
                .lines()
                .filter(row -> row.startsWith("| " + Workload.UPDATE.label()))
                .findFirst()
                .orElseThrow();
        return List.of(line.split("\\s*\\|\\s*"));
    }
}
