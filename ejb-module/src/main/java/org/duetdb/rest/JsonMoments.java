package org.duetdb.rest;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;

/**
 * Dates and times as JSON strings in ISO 8601, as JSON-B writes them, with the seconds always and the fraction as far
 * as it goes. The largest and the smallest value of a Java type are PostgreSQL's infinities, and {@link LocalTime#MAX}
 * is its 24:00; they are written as PostgreSQL does.
 */
final class JsonMoments {

    private static final String INFINITY = "\"infinity\"";
    private static final String BEFORE = "\"-infinity\"";
    private static final int NANO_DIGITS = 9;

    private final JsonOutput json;

    JsonMoments(JsonOutput json) {
        this.json = json;
    }

    void write(LocalDate date) throws IOException {
        if (date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN)) {
            json.json(date.equals(LocalDate.MAX) ? INFINITY : BEFORE);
            return;
        }
        json.symbol('"');
        append(date);
        json.symbol('"');
    }

    void write(LocalTime time) throws IOException {
        json.symbol('"');
        append(time);
        json.symbol('"');
    }

    void write(OffsetTime time) throws IOException {
        json.symbol('"');
        append(time.toLocalTime());
        json.json(time.getOffset().getId());
        json.symbol('"');
    }

    void write(LocalDateTime time) throws IOException {
        if (time.equals(LocalDateTime.MAX) || time.equals(LocalDateTime.MIN)) {
            json.json(time.equals(LocalDateTime.MAX) ? INFINITY : BEFORE);
            return;
        }
        json.symbol('"');
        append(time);
        json.symbol('"');
    }

    void write(OffsetDateTime time) throws IOException {
        if (time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN)) {
            json.json(time.equals(OffsetDateTime.MAX) ? INFINITY : BEFORE);
            return;
        }
        json.symbol('"');
        append(time.toLocalDateTime());
        json.json(time.getOffset().getId());
        json.symbol('"');
    }

    private void append(LocalDateTime time) throws IOException {
        append(time.toLocalDate());
        json.symbol('T');
        append(time.toLocalTime());
    }

    private void append(LocalDate date) throws IOException {
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            json.json(date.toString());
            return;
        }
        json.digits(year, 4);
        json.symbol('-');
        json.digits(date.getMonthValue(), 2);
        json.symbol('-');
        json.digits(date.getDayOfMonth(), 2);
    }

    private void append(LocalTime time) throws IOException {
        if (time.equals(LocalTime.MAX)) {
            json.json("24:00:00");
            return;
        }
        json.digits(time.getHour(), 2);
        json.symbol(':');
        json.digits(time.getMinute(), 2);
        json.symbol(':');
        json.digits(time.getSecond(), 2);
        if (time.getNano() > 0) {
            json.symbol('.');
            fraction(time.getNano());
        }
    }

    private void fraction(int nanos) throws IOException {
        int width = NANO_DIGITS;
        int rest = nanos;
        while (rest % 10 == 0) {
            rest /= 10;
            width--;
        }
        json.digits(rest, width);
    }
}
