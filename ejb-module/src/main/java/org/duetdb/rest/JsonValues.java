package org.duetdb.rest;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Rows and the values of their columns as JSON. Numbers keep every digit, {@code bytea} is Base64 (RFC 4648 §4), and
 * what JSON has no number for is a string, as in PostgreSQL's {@code to_json}. What comes from no column, such as a
 * record, is written by JSON-B.
 */
final class JsonValues {

    private final JsonOutput json;
    private final JsonMoments moments;
    private final Supplier<Jsonb> binding;

    JsonValues(JsonOutput json, Supplier<Jsonb> binding) {
        this.json = json;
        this.moments = new JsonMoments(json);
        this.binding = binding;
    }

    void write(Object value) throws IOException {
        if (value instanceof String text) {
            json.string(text);
        } else if (value instanceof Number number) {
            write(number);
        } else if (value instanceof Boolean || value == null) {
            json.json(String.valueOf(value));
        } else if (value instanceof OffsetDateTime time) {
            moments.write(time);
        } else if (value instanceof UUID || value instanceof Enum<?> || value instanceof Character) {
            json.string(value.toString());
        } else if (value instanceof Map<?, ?> members) {
            members(members);
        } else if (value instanceof Collection<?> elements) {
            elements(elements);
        } else {
            writeOther(value);
        }
    }

    private void writeOther(Object value) throws IOException {
        if (value instanceof LocalDate date) {
            moments.write(date);
        } else if (value instanceof LocalDateTime time) {
            moments.write(time);
        } else if (value instanceof LocalTime time) {
            moments.write(time);
        } else if (value instanceof OffsetTime time) {
            moments.write(time);
        } else if (value instanceof byte[] bytes) {
            json.string(Base64.getEncoder().encodeToString(bytes));
        } else {
            json.json(binding.get().toJson(value));
        }
    }

    private void write(Number number) throws IOException {
        if (number instanceof Long || number instanceof Integer) {
            json.number(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            boolean finite = Double.isFinite(number.doubleValue());
            json.json(finite ? number.toString() : '"' + number.toString() + '"');
        } else if (number instanceof BigDecimal || number instanceof BigInteger || number instanceof Short) {
            json.json(number.toString());
        } else {
            json.json(binding.get().toJson(number));
        }
    }

    private void members(Map<?, ?> members) throws IOException {
        json.symbol('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!first) {
                json.symbol(',');
            }
            first = false;
            json.string(String.valueOf(member.getKey()));
            json.symbol(':');
            write(member.getValue());
        }
        json.symbol('}');
    }

    /** Writes an array, while it is read. */
    void elements(Iterable<?> elements) throws IOException {
        json.symbol('[');
        boolean first = true;
        for (Object element : elements) {
            if (!first) {
                json.symbol(',');
            }
            first = false;
            write(element);
        }
        json.symbol(']');
    }
}
