package org.duetdb.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/**
 * Writes dates and times as PostgreSQL does in its ISO style, which the driver insists on ("Date/Time Output"). The
 * largest and the smallest value of a Java type are the infinities, and {@link LocalTime#MAX} is 24:00, as with the
 * driver.
 */
final class TemporalText {

    static final String INFINITY = "infinity";
    static final String BEFORE = "-infinity";
    static final String BC = " BC";

    private TemporalText() {}

    static String of(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return INFINITY;
        }
        return date.equals(LocalDate.MIN) ? BEFORE : day(date) + era(date);
    }

    static String of(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return INFINITY;
        }
        return time.equals(LocalDateTime.MIN)
                ? BEFORE
                : day(time.toLocalDate()) + ' ' + of(time.toLocalTime()) + era(time.toLocalDate());
    }

    static String of(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return INFINITY;
        }
        return time.equals(OffsetDateTime.MIN)
                ? BEFORE
                : day(time.toLocalDate()) + ' ' + of(time.toOffsetTime()) + era(time.toLocalDate());
    }

    static String of(OffsetTime time) {
        return of(time.toLocalTime()) + offset(time.getOffset());
    }

    static String of(LocalTime time) {
        if (time.equals(LocalTime.MAX)) {
            return "24:00:00";
        }
        StringBuilder text = new StringBuilder(15);
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2);
        if (time.getNano() > 0) {
            pad(text.append('.'), time.getNano(), 9);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.toString();
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        StringBuilder text = new StringBuilder(10);
        pad(text, year, 4).append('-');
        pad(text, date.getMonthValue(), 2).append('-');
        return pad(text, date.getDayOfMonth(), 2).toString();
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : BC;
    }

    private static String offset(ZoneOffset offset) {
        if (offset.getTotalSeconds() == 0) {
            return "+00";
        }
        return offset.getId().endsWith(":00") ? offset.getId().substring(0, 3) : offset.getId();
    }

    private static StringBuilder pad(StringBuilder text, int number, int digits) {
        String plain = Integer.toString(number);
        return text.append("0".repeat(Math.max(0, digits - plain.length()))).append(plain);
    }
}
