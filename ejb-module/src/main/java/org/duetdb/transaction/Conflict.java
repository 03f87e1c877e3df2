package org.duetdb.transaction;

import jakarta.transaction.SystemException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.duetdb.ConcurrencyException;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownOutcomeException;

/**
 * When a unit of work is worth another attempt: others got in its way, and it has been rolled back.
 *
 * <p>As an exception it stands for what a database has said against the commit of a serializable transaction: the
 * transaction manager passes on only that it was refused.
 */
final class Conflict extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int FIRST_PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    /**
     * Creates the stand-in for what a database has said; {@code outcome} is what the transaction manager made of it.
     */
    Conflict(Exception outcome) {
        super("the database refused the commit of a serializable transaction", outcome);
    }

    /** Returns whether the failure, or what caused it, is a conflict. */
    static boolean isReasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownOutcomeException) {
                return false;
            }
            if (cause instanceof Conflict || cause instanceof ConcurrencyException) {
                return true;
            }
            if (cause instanceof UnavailableException unavailable) {
                return couldNotJoin(unavailable);
            }
        }
        return false;
    }

    /**
     * Returns whether the transaction manager did not take a connection. A conflict at a commit leaves one behind that
     * the driver takes to be in the lost transaction still, and a pool may lend it in the moment in which it drops it.
     */
    private static boolean couldNotJoin(UnavailableException unavailable) {
        if (!(unavailable.getCause() instanceof SQLException)) {
            return false;
        }
        Throwable cause = unavailable;
        while (cause != null && !(cause instanceof SystemException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Waits for a random time, longer after each attempt; returns false if the thread was told to stop instead. */
    static boolean pause(int attempt) {
        int most = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10), LONGEST_PAUSE_MILLIS);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(most) + 1L);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
