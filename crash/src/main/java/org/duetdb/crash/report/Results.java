package org.duetdb.crash.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.crash.verdict.Outcome;
import org.duetdb.harness.MarkdownTable;
import org.duetdb.harness.MarkedSection;

/** The sums of runs by server and kind, as a table in Markdown. Not safe for use by several threads. */
public final class Results {

    private static final int EXAMPLE = 2;

    private final Map<String, Line> lines = new TreeMap<>();

    /** Creates empty ones. */
    public Results() {}

    /** Adds a run. */
    public void add(String server, Outcome outcome) {
        add(Line.of(server, outcome));
    }

    private void add(Line line) {
        lines.merge(line.key(), line, Line::plus);
    }

    /** Adds them to those that stand on a page. */
    public void addTo(Path page) throws IOException {
        MarkedSection section = new MarkedSection(page, "results");
        Results all = read(section.read());
        lines.values().forEach(all::add);
        section.write(all.text());
    }

    static Results read(String text) {
        Results results = new Results();
        text.lines()
                .filter(line -> line.startsWith("| "))
                .skip(EXAMPLE)
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .forEach(cells -> results.add(Line.of(cells.subList(1, cells.size()))));
        return results;
    }

    /** Returns the table. */
    public String text() {
        MarkdownTable table = new MarkdownTable(Line.HEADER);
        lines.values().forEach(line -> table.row(line.cells()));
        return table.text();
    }
}
