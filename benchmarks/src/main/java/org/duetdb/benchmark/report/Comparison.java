package org.duetdb.benchmark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.Measure;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Spread;
import org.duetdb.harness.MarkdownTable;

/** The table of one measure: raw JDBC in numbers, all others in relation to it. */
record Comparison(Results results, Measure measure) {

    private static final String NOTHING = "–";

    String text() {
        List<String> header = new ArrayList<>(List.of("workload"));
        Arrays.stream(Library.values()).map(Library::label).forEach(header::add);
        MarkdownTable table = new MarkdownTable(header);
        for (Workload workload : Workload.values()) {
            if (results.values(workload, Library.RAW, measure).isPresent()) {
                table.row(row(workload));
            }
        }
        return table.text();
    }

    private List<String> row(Workload workload) {
        List<String> cells = new ArrayList<>(List.of(workload.label()));
        for (Library library : Library.values()) {
            cells.add(library == Library.RAW ? amount(workload) : ratio(workload, library));
        }
        return cells;
    }

    private String amount(Workload workload) {
        return results.values(workload, Library.RAW, measure)
                .map(spread -> measure.text(spread.median()))
                .orElse(NOTHING);
    }

    private String ratio(Workload workload, Library library) {
        return results.ratio(workload, library, Library.RAW, measure)
                .map(Spread::toString)
                .orElse(NOTHING);
    }
}
