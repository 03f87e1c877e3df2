package org.duetdb.type;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** Which dates and times are the same as text and as the driver sends them. */
final class ArrayTime {

    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");
    private static final int LAST_YEAR = 9999;

    /** PostgreSQL takes offsets of less than sixteen hours. */
    private static final int MOST_SECONDS = 16 * 3600 - 1;

    private ArrayTime() {}

    /**
     * Returns whether it can go as text: neither infinite nor before Christ, and not halfway between two microseconds,
     * where the server and the driver round to different ones. True for all that is no time.
     */
    static boolean isExact(Object value) {
        if (!(value instanceof TemporalAccessor time)) {
            return true;
        }
        if (time instanceof Instant instant && (instant.isBefore(FIRST) || instant.isAfter(LAST))) {
            return false;
        }
        return within(time, ChronoField.YEAR, 1, LAST_YEAR)
                && within(time, ChronoField.OFFSET_SECONDS, -MOST_SECONDS, MOST_SECONDS)
                && !(time.isSupported(ChronoField.NANO_OF_SECOND)
                        && time.get(ChronoField.NANO_OF_SECOND) % 1000 == 500);
    }

    private static boolean within(TemporalAccessor time, ChronoField field, int least, int most) {
        return !time.isSupported(field) || time.get(field) >= least && time.get(field) <= most;
    }
}
