package org.duetdb.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, with columns that are straight on a console too. Not safe for use by several threads. */
public final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    /** Creates one that has no row yet. */
    public MarkdownTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    /** Adds a row, with as many cells as the header has. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Returns it, each row a line. */
    public String text() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append(line(rows.get(row), widths));
            if (row == 0) {
                text.append(line(widths.stream().map("-"::repeat).toList(), widths));
            }
        }
        return text.toString();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths.get(column) - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
