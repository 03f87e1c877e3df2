package org.duetdb.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Classes that are a moment, as {@code timestamptz} is. */
final class Moments {

    /** PostgreSQL takes offsets of less than sixteen hours. */
    private static final int MOST_SECONDS = 16 * 3600 - 1;

    private Moments() {}

    /** Returns the moment in a form that the driver can send; null if the value is none. */
    static OffsetDateTime of(Object value) {
        if (value instanceof OffsetDateTime time) {
            return within(time);
        } else if (value instanceof Instant instant) {
            return of(instant);
        } else if (value instanceof ZonedDateTime time) {
            return within(time.toOffsetDateTime());
        }
        return null;
    }

    private static OffsetDateTime of(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime within(OffsetDateTime time) {
        return Math.abs(time.getOffset().getTotalSeconds()) <= MOST_SECONDS
                        || time.equals(OffsetDateTime.MAX)
                        || time.equals(OffsetDateTime.MIN)
                ? time
                : time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** Returns the moment as {@code Instant} or {@code ZonedDateTime}, in UTC. */
    static Object convert(OffsetDateTime moment, Class<?> wanted) {
        if (wanted == ZonedDateTime.class) {
            return moment.toZonedDateTime();
        }
        if (moment.equals(OffsetDateTime.MAX)) {
            return Instant.MAX;
        }
        return moment.equals(OffsetDateTime.MIN) ? Instant.MIN : moment.toInstant();
    }
}
