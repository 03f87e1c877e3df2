package org.duetdb.benchmark.result;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is measured of each operation. */
public enum Measure {

    /** From call to return, in microseconds. */
    TIME("Wall time", "%,.1f µs", Sample::time),

    /** What the client's JVM computes, in microseconds. */
    CPU("Client CPU", "%,.1f µs", Sample::cpu),

    /** Bytes. */
    ALLOCATION("Allocation", "%,.0f B", Sample::allocation);

    private final String label;
    private final String format;
    private final ToDoubleFunction<Sample> value;

    Measure(String label, String format, ToDoubleFunction<Sample> value) {
        this.label = label;
        this.format = format;
        this.value = value;
    }

    /** Returns its name in tables. */
    public String label() {
        return label;
    }

    /** Returns a value with its unit. */
    public String text(double amount) {
        return String.format(Locale.ROOT, format, amount);
    }

    double of(Sample sample) {
        return value.applyAsDouble(sample);
    }
}
