package org.duetdb.benchmark.report;

/** What is said of a figure that was promised. */
enum Verdict {
    HOLDS("HOLDS"),
    DOES_NOT_HOLD("DOES NOT HOLD"),
    /** Of two that were measured against each other: which is ahead changes from one round to the next. */
    LEVEL("LEVEL"),
    NOT_MEASURED("not measured");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    static Verdict of(boolean holds) {
        return holds ? HOLDS : DOES_NOT_HOLD;
    }

    @Override
    public String toString() {
        return text;
    }
}
