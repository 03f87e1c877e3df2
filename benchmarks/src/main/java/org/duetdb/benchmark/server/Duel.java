package org.duetdb.benchmark.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.duetdb.benchmark.result.EndToEnd;
import org.duetdb.benchmark.result.Spread;

/** The two applications under load in turns: pairs of neighbouring slices, in an order of each pair's own. */
final class Duel {

    private static final Duration SLICE = Duration.ofSeconds(2);

    private final LoadGenerator load;
    private final int pairs;
    private final Random random;

    Duel(LoadGenerator load, int pairs, Random random) {
        this.load = load;
        this.pairs = pairs;
        this.random = random;
    }

    EndToEnd.Line run(Target raw, Target session, boolean warm) throws InterruptedException, IOException {
        double[] rawSpeeds = new double[pairs];
        double[] sessionSpeeds = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            if (random.nextBoolean()) {
                rawSpeeds[pair] = load.requestsPerSecond(raw, SLICE);
                sessionSpeeds[pair] = load.requestsPerSecond(session, SLICE);
            } else {
                sessionSpeeds[pair] = load.requestsPerSecond(session, SLICE);
                rawSpeeds[pair] = load.requestsPerSecond(raw, SLICE);
            }
        }
        return new EndToEnd.Line(
                Spread.of(Arrays.stream(rawSpeeds)),
                Spread.of(Arrays.stream(sessionSpeeds)),
                Spread.ofRatios(sessionSpeeds, rawSpeeds),
                warm);
    }
}
