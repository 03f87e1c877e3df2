package org.duetdb.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All that is random in a simulation: the same seed, the same run. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns a number from 0 on, and below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns true once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }
}
