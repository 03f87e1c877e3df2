package org.duetdb.type;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.UUID;

/** Single values as text that PostgreSQL reads, and, but for binary fractions, as it writes them. */
final class ValueText {

    /** Beyond what {@code numeric} holds, and a text of up to two thousand million digits without an exponent. */
    private static final int MOST_DIGITS = 150_000;

    private ValueText() {}

    /** Returns the text of a value; null if there is none for its class. */
    static String of(Object value) {
        if (value instanceof String || value instanceof Character || value instanceof UUID) {
            return value.toString();
        } else if (value instanceof Number number) {
            return of(number);
        } else if (value instanceof Boolean flag) {
            return flag ? "true" : "false";
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Duration || value instanceof Period) {
            return value.toString();
        } else if (value instanceof InetAddress address) {
            return address.getHostAddress();
        }
        return ofTime(value);
    }

    private static String of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Math.abs(decimal.scale()) > MOST_DIGITS ? decimal.toString() : decimal.toPlainString();
        }
        return number instanceof Double || number instanceof Float || Numbers.isWhole(number)
                ? number.toString()
                : null;
    }

    private static String ofTime(Object value) {
        if (value instanceof LocalDate date) {
            return TemporalText.of(date);
        } else if (value instanceof LocalTime time) {
            return TemporalText.of(time);
        } else if (value instanceof LocalDateTime time) {
            return TemporalText.of(time);
        } else if (value instanceof OffsetTime time) {
            return TemporalText.of(time);
        }
        OffsetDateTime moment = Moments.of(value);
        return moment == null ? null : TemporalText.of(moment);
    }
}
