package org.duetdb.simulation;

import java.io.Serial;

/** What the work of an application throws, for reasons of its own. */
final class Whim {

    private Whim() {}

    static Throwable any(Chance chance) {
        return switch (chance.below(3)) {
            case 0 -> new Checked();
            case 1 -> new Unchecked();
            default -> new Fatal();
        };
    }

    static boolean is(Throwable thrown) {
        return thrown instanceof Checked || thrown instanceof Unchecked || thrown instanceof Fatal;
    }

    /** A checked exception. */
    static final class Checked extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** An unchecked exception. */
    static final class Unchecked extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** An error. */
    static final class Fatal extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
