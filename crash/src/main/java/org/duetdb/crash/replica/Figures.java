package org.duetdb.crash.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.duetdb.harness.MarkdownTable;

/** A table in Markdown, and what does not hold of it. For one thread. */
final class Figures {

    private final MarkdownTable table;
    private final List<String> broken = new ArrayList<>();

    Figures(String... columns) {
        table = new MarkdownTable(List.of(columns));
    }

    void add(List<String> row) {
        table.row(row);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /** Returns a part in per cent of all; a dash if there is nothing. */
    static String percent(LongAdder part, LongAdder all) {
        return all.sum() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part.sum() / all.sum());
    }

    List<String> broken() {
        return broken;
    }

    @Override
    public String toString() {
        return table.text();
    }
}
