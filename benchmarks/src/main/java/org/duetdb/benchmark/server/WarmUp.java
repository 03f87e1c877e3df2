package org.duetdb.benchmark.server;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Load on the applications in turns, until none of them gains any more. */
record WarmUp(LoadGenerator load, Duration limit) {

    private static final Duration SLICE = Duration.ofSeconds(3);

    /** What counts as a gain, and how many rounds without one are enough. */
    private static final double GAIN = 1.03;

    private static final int QUIET = 3;

    /** Returns whether they came to rest within the limit. */
    boolean run(List<Target> targets) throws InterruptedException, IOException {
        Map<Target, Double> best = new HashMap<>();
        long until = System.nanoTime() + limit.toNanos();
        int quiet = 0;
        while (quiet < QUIET) {
            if (System.nanoTime() > until) {
                return false;
            }
            boolean gained = false;
            for (Target target : targets) {
                double speed = load.requestsPerSecond(target, SLICE);
                gained |= speed > best.getOrDefault(target, 0.0) * GAIN;
                best.merge(target, speed, Math::max);
            }
            quiet = gained ? 0 : quiet + 1;
        }
        return true;
    }
}
