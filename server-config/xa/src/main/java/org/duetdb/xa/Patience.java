package org.duetdb.xa;

import java.time.Duration;
import javax.transaction.xa.XAException;

/**
 * How long the one who ends a transaction waits for a database that went away during its vote or after it. The
 * application is told the outcome then. Otherwise managers tell it half the truth: of a commit some say that it is
 * complete, and Open Liberty says of either that nobody knows.
 *
 * @param limit no attempt begins later than that
 */
record Patience(Duration limit) {

    /** PostgreSQL restarts, or another one takes over, in less than that; a client waits as long. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(10));

    /** One attempt. */
    static final Patience NONE = new Patience(Duration.ZERO);

    private static final long SHORTEST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    /** Something that can be tried again after {@code XAER_RMFAIL}. */
    interface Attempt {
        void run() throws BranchException;
    }

    /**
     * Tries until it succeeds, fails for good, or took too long, or the thread is interrupted: then the last failure.
     */
    void attempt(Attempt attempt) throws BranchException {
        long begun = System.nanoTime();
        long pause = SHORTEST_PAUSE_MILLIS;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (BranchException e) {
                Duration next = Duration.ofNanos(System.nanoTime() - begun).plusMillis(pause);
                if (e.errorCode != XAException.XAER_RMFAIL || next.compareTo(limit) > 0 || !sleep(pause)) {
                    throw e;
                }
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
