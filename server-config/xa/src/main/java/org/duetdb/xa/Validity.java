package org.duetdb.xa;

import java.sql.SQLException;
import java.time.Duration;

/** What is known of a connection from when its server answered last. For one thread at a time. */
final class Validity {

    private final long periodNanos;
    private long answeredNanos = System.nanoTime();

    /** Of a connection that has just been made; {@code period} is how long an answer counts, zero if not at all. */
    Validity(Duration period) {
        this.periodNanos = period.toNanos();
    }

    /** Asks the driver, unless the server has answered within the period. */
    boolean holds(Question driver) throws SQLException {
        if (System.nanoTime() - answeredNanos < periodNanos) {
            return true;
        }
        boolean valid = driver.ask();
        if (valid) {
            answeredNanos = System.nanoTime();
        }
        return valid;
    }

    /** A round trip to the server. */
    interface Question {
        boolean ask() throws SQLException;
    }
}
