package org.duetdb.crash.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** A table in Markdown, and what does not hold of it. For one thread. */
final class Figures {

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    Figures(String... columns) {
        rows.add(List.of(columns));
        rows.add(Collections.nCopies(columns.length, "---"));
    }

    void add(List<String> row) {
        rows.add(row);
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
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }
}
