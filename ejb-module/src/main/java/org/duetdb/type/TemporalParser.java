package org.duetdb.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;

/** Reads dates and times as {@link TemporalText} writes them. */
final class TemporalParser {

    /** The characters of {@code hh:mm:ss}. */
    private static final int SECONDS = 8;

    private TemporalParser() {}

    static LocalDate date(String text) {
        if (text.equals(TemporalText.INFINITY)) {
            return LocalDate.MAX;
        }
        return text.equals(TemporalText.BEFORE) ? LocalDate.MIN : day(text, endOfDay(text));
    }

    static LocalTime time(String text) {
        return text.equals("24:00:00") ? LocalTime.MAX : time(text, 0, text.length());
    }

    /** Refuses 24:00 with a zone, which the driver refuses too, or reads in another one. */
    static OffsetTime zonedTime(String text) {
        int zone = zone(text, 0);
        return time(text, 0, zone).atOffset(ZoneOffset.of(text.substring(zone)));
    }

    static LocalDateTime timestamp(String text) {
        if (text.equals(TemporalText.INFINITY)) {
            return LocalDateTime.MAX;
        }
        if (text.equals(TemporalText.BEFORE)) {
            return LocalDateTime.MIN;
        }
        int space = endOfDay(text);
        return day(text, space).atTime(time(text, space + 1, end(text)));
    }

    /** Returns the moment in UTC, whatever zone the server shows it in. */
    static OffsetDateTime moment(String text) {
        if (text.equals(TemporalText.INFINITY)) {
            return OffsetDateTime.MAX;
        }
        if (text.equals(TemporalText.BEFORE)) {
            return OffsetDateTime.MIN;
        }
        int space = endOfDay(text);
        int zone = zone(text, space);
        return day(text, space)
                .atTime(time(text, space + 1, zone))
                .atOffset(ZoneOffset.of(text.substring(zone, end(text))))
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static int endOfDay(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text.length() : space;
    }

    private static int end(String text) {
        return text.endsWith(TemporalText.BC) ? text.length() - TemporalText.BC.length() : text.length();
    }

    private static int zone(String text, int from) {
        return Math.max(text.indexOf('+', from), text.indexOf('-', from));
    }

    private static LocalDate day(String text, int end) {
        int year = number(text, 0, end - 6);
        return LocalDate.of(
                text.endsWith(TemporalText.BC) ? 1 - year : year,
                number(text, end - 5, end - 3),
                number(text, end - 2, end));
    }

    private static LocalTime time(String text, int from, int to) {
        int nano = 0;
        if (to > from + SECONDS) {
            nano = number(text, from + SECONDS + 1, to);
            for (int digits = to - from - SECONDS - 1; digits < 9; digits++) {
                nano *= 10;
            }
        }
        return LocalTime.of(
                number(text, from, from + 2),
                number(text, from + 3, from + 5),
                number(text, from + 6, from + SECONDS),
                nano);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
