package org.duetdb.scenario;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.duetdb.Databases;

/** What a test may have left behind. */
public final class Leftovers {

    private Leftovers() {}

    /** Returns how many connections are in use, as {@link #once(Callable)} does. */
    public static int inUse(Databases databases) throws Exception {
        return once(() -> databases.status().stream()
                .mapToInt(status -> status.pool().inUse())
                .sum());
    }

    /** Returns how many there are, once there is none, or after ten seconds of waiting for that. */
    public static int once(Callable<Integer> count) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            int left = count.call();
            if (left == 0 || System.nanoTime() > until) {
                return left;
            }
            Thread.sleep(100);
        }
    }
}
