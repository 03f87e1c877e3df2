package org.duetdb.benchmark.report;

/** What is said of a figure that was promised. */
enum Verdict {
    HOLDS("HOLDS"),
    DOES_NOT_HOLD("DOES NOT HOLD"),
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
