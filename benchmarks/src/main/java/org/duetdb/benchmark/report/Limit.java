package org.duetdb.benchmark.report;

import java.util.Locale;
import org.duetdb.benchmark.result.Spread;

/** What the median of a ratio must keep to. */
enum Limit {

    /** It may be reached, and not exceeded. */
    AT_MOST("at most "),

    /** It may not even be reached. */
    BELOW("below "),

    /** It must be reached. */
    AT_LEAST("at least ");

    private final String words;

    Limit(String words) {
        this.words = words;
    }

    boolean isKept(Spread ratio, double figure) {
        return switch (this) {
            case AT_MOST -> ratio.median() <= figure;
            case BELOW -> ratio.median() < figure;
            case AT_LEAST -> ratio.median() >= figure;
        };
    }

    String text(double figure) {
        return words + String.format(Locale.ROOT, "%.2f", figure);
    }
}
