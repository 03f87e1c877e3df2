package org.duetdb.sql;

import java.util.Random;

/** Where the random tests start: printed, and given again with {@code -Dduet.test.seed=…}. */
record Seed(long value) {

    static Seed of(Class<?> test) {
        Seed seed = new Seed(Long.getLong("duet.test.seed", System.nanoTime()));
        System.out.println(test.getSimpleName() + ": duet.test.seed=" + seed.value());
        return seed;
    }

    Random random() {
        return new Random(value);
    }
}
