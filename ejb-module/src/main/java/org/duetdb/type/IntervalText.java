package org.duetdb.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * An interval, read from the server's text in whichever of its four styles ({@code intervalstyle}), and written in one:
 * ISO 8601.
 */
final class IntervalText {

    private static final String INFINITY = "infinity";

    private long months;
    private long days;
    private long micros;
    private String infinite;

    private IntervalText() {}

    static IntervalText parse(String text) {
        IntervalText interval = new IntervalText();
        if (text.endsWith(INFINITY)) {
            interval.infinite = text;
        } else if (text.startsWith("P")) {
            interval.addDesignated(text);
        } else {
            interval.addWords(text.split(" "));
        }
        return interval;
    }

    /** {@code P1Y-2M3DT4H5M6.7S}: what stands before T are years and months, behind it hours and minutes. */
    private void addDesignated(String text) {
        boolean time = false;
        int from = 1;
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 'T') {
                time = true;
                from = i + 1;
            } else if (Character.isLetter(letter)) {
                add(text.substring(from, i), designated(letter, time));
                from = i + 1;
            }
        }
    }

    private static String designated(char letter, boolean time) {
        return switch (letter) {
            case 'Y' -> "year";
            case 'M' -> time ? "min" : "mon";
            case 'D' -> "day";
            case 'H' -> "hour";
            case 'S' -> "sec";
            default -> throw new IllegalArgumentException();
        };
    }

    /**
     * {@code 1 year -2 days +04:05:06}, {@code @ 1 year 4 hours ago} and the style of the SQL standard, {@code -3
     * 4:05:06}, where a sign in front counts for what follows without one.
     */
    private void addWords(String[] words) {
        boolean standard = true;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            String sign = standard && words[0].startsWith("-") && Character.isDigit(word.charAt(0)) ? "-" : "";
            if (word.equals("ago")) {
                negate();
            } else if (word.indexOf(':') > 0) {
                addTime(sign + word);
            } else if (word.indexOf('-', 1) > 0) {
                addYearsAndMonths(sign + word);
            } else if (i + 1 < words.length && Character.isLetter(words[i + 1].charAt(0))) {
                standard = false;
                add(word, words[++i]);
            } else if (!word.equals("@")) {
                add(sign + word, "day");
            }
        }
    }

    private void negate() {
        months = -months;
        days = -days;
        micros = -micros;
    }

    private void addTime(String text) {
        String[] parts = text.split(":");
        String sign = text.startsWith("-") ? "-" : "";
        add(parts[0], "hour");
        add(sign + parts[1], "min");
        add(sign + parts[2], "sec");
    }

    private void addYearsAndMonths(String text) {
        int dash = text.indexOf('-', 1);
        add(text.substring(0, dash), "year");
        add((text.startsWith("-") ? "-" : "") + text.substring(dash + 1), "mon");
    }

    private void add(String number, String unit) {
        switch (unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit) {
            case "year" -> months = Math.addExact(months, Math.multiplyExact(12, Long.parseLong(number)));
            case "mon" -> months = Math.addExact(months, Long.parseLong(number));
            case "day" -> days = Math.addExact(days, Long.parseLong(number));
            case "hour" -> addMicros(number, 3_600_000_000L);
            case "min" -> addMicros(number, 60_000_000L);
            case "sec" -> addMicros(number, 1_000_000L);
            default -> throw new IllegalArgumentException();
        }
    }

    private void addMicros(String number, long unit) {
        BigDecimal size = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        micros = Math.addExact(micros, size.longValueExact());
    }

    /** Returns {@code P1Y2M3DT4H5M6.7S}, as the server does in that style; {@code infinity} stays. */
    String iso() {
        if (infinite != null) {
            return infinite;
        }
        StringBuilder text = new StringBuilder("P");
        append(text, months / 12, 'Y');
        append(text, months % 12, 'M');
        append(text, days, 'D');
        if (micros != 0 || text.length() == 1) {
            text.append('T');
            append(text, micros / 3_600_000_000L, 'H');
            append(text, micros / 60_000_000L % 60, 'M');
            BigDecimal seconds = BigDecimal.valueOf(micros % 60_000_000L, 6).stripTrailingZeros();
            if (seconds.signum() != 0 || micros == 0) {
                text.append(seconds.signum() == 0 ? "0" : seconds.toPlainString())
                        .append('S');
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long number, char unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }

    /** A day is not always 24 hours, nor a month a fixed number of days. */
    Duration duration() {
        if (infinite != null || months != 0 || days != 0) {
            throw ConversionException.value(Duration.class, "it is infinite, or has months or days");
        }
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    Period period() {
        if (infinite != null || micros != 0) {
            throw ConversionException.value(Period.class, "it is infinite, or has hours, minutes or seconds");
        }
        return Period.of((int) (months / 12), (int) (months % 12), Math.toIntExact(days));
    }
}
