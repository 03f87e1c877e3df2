package org.duetdb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Which PostgreSQL the tests run on: what only a newer one has cannot be tried on an older one. */
public final class ServerVersion {

    private static final int MAJOR =
            Integer.parseInt(System.getProperty("duet.test.postgres", "18").split("\\.")[0]);

    private ServerVersion() {}

    /** Returns whether the server has what a major version has brought. */
    public static boolean isAtLeast(int major) {
        return MAJOR >= major;
    }

    /** Skips the test on an older server. */
    public static void assumeAtLeast(int major) {
        assumeTrue(isAtLeast(major), "needs PostgreSQL " + major);
    }
}
