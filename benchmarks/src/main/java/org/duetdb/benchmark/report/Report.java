package org.duetdb.benchmark.report;

import java.util.List;
import java.util.Locale;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Measure;
import org.duetdb.benchmark.result.Results;
import org.duetdb.benchmark.result.Spread;
import org.duetdb.harness.MarkdownTable;

/**
 * Everything that was measured, in Markdown.
 *
 * @param conditions under which it was, as sentences
 */
public record Report(String conditions, Results results, EndToEnd server) {

    /** Returns the text. */
    public String text() {
        StringBuilder text = new StringBuilder(conditions).append('\n');
        for (Measure measure : Measure.values()) {
            section(text, measure.label(), new Comparison(results, measure).text());
        }
        if (!server.lines().isEmpty()) {
            section(text, "End to end", endToEnd());
        }
        section(text, "The figures", figures());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String content) {
        text.append("\n### ").append(title).append("\n\n").append(content);
    }

    private String endToEnd() {
        MarkdownTable table = new MarkdownTable(List.of("requests per second", "raw JDBC", "session", "ratio"));
        for (String kind : EndToEnd.KINDS) {
            server.line(kind)
                    .ifPresent(line -> table.row(List.of(
                            line.warm() ? kind : kind + " (not warm yet)",
                            number(line.raw()),
                            number(line.session()),
                            line.ratio().toString())));
        }
        return table.text();
    }

    private static String number(Spread spread) {
        return String.format(Locale.ROOT, "%,.0f", spread.median());
    }

    private String figures() {
        MarkdownTable table = new MarkdownTable(List.of("promised", "of", "measured", "verdict"));
        new Figures(results).findings(server).forEach(finding -> table.row(finding.cells()));
        return table.text();
    }
}
