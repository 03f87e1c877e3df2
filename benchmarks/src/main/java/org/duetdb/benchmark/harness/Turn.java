package org.duetdb.benchmark.harness;

/** The words between the JVM of a library and whoever gives the turns. */
public final class Turn {

    /** Says that the JVM waits for its turn. */
    public static final int READY = 'R';

    /** Tells it to begin. */
    public static final int BEGIN = 'B';

    /** Says that it is done. */
    public static final int DONE = 'D';

    private Turn() {}
}
