package org.duetdb.scenario;

import java.util.concurrent.TimeUnit;
import org.duetdb.Databases;

/** What a test in the container may have left behind. */
public final class Leftovers {

    private Leftovers() {}

    /** Returns how many connections are in use, once there is none, or after ten seconds of waiting for that. */
    public static int inUse(Databases databases) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            int inUse = databases.status().stream()
                    .mapToInt(status -> status.pool().inUse())
                    .sum();
            if (inUse == 0 || System.nanoTime() > until) {
                return inUse;
            }
            Thread.sleep(100);
        }
    }
}
