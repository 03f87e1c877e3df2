package org.duetdb.embedded;

import java.time.Duration;

/** Waiting for what nobody announces. */
final class Polling {

    private static final long PAUSE_MILLIS = 10;

    private Polling() {}

    /** What is waited for. */
    @FunctionalInterface
    interface Condition<E extends Exception> {
        boolean holds() throws E;
    }

    /**
     * Returns true as soon as the condition holds, and false if it does not in time, or this thread is interrupted. It
     * is asked at least once.
     */
    static <E extends Exception> boolean until(Duration limit, Condition<E> condition) throws E {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
