package org.duetdb.datasource;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a database has constraints that can be deferred, so that a commit may fail by them. What it said counts for a
 * minute: there are seldom any, and to have them checked is a round trip in every commit. For use by any thread.
 */
public final class DeferrableConstraints {

    /** Asks the database; what it answers is a boolean. */
    public static final String QUERY = "SELECT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE condeferrable)";

    private static final long VALID_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** What is known. */
    public enum Knowledge {
        /** The database has to be asked. */
        UNKNOWN,
        /** There are none. */
        NONE,
        /** There are some. */
        SOME
    }

    /** What was said, and when, as {@link System#nanoTime()}. */
    private record Answer(Knowledge knowledge, long time) {}

    private final LongSupplier nanoTime;
    private volatile Answer latest = new Answer(Knowledge.UNKNOWN, 0);

    /** Creates one that knows nothing. */
    public DeferrableConstraints() {
        this(System::nanoTime);
    }

    DeferrableConstraints(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns what is known now. */
    public Knowledge known() {
        Answer known = latest;
        return nanoTime.getAsLong() - known.time < VALID_NANOS ? known.knowledge : Knowledge.UNKNOWN;
    }

    /** Takes note of what the database has answered. */
    public void learn(boolean some) {
        latest = new Answer(some ? Knowledge.SOME : Knowledge.NONE, nanoTime.getAsLong());
    }
}
