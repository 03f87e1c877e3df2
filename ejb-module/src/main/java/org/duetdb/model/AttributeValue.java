package org.duetdb.model;

import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.duetdb.InvalidAttributeException;
import org.duetdb.Origin;
import org.duetdb.type.Conversion;
import org.duetdb.type.ConversionException;
import org.duetdb.type.JsonCodec;

/**
 * A value for an attribute, as it comes from a JSON document or a form: numbers become every class that holds them
 * exactly, texts what they are the usual form of.
 */
final class AttributeValue {

    private static final JsonCodec JSON = new JsonCodec();

    /** ISO 8601, as JSON-B writes it. */
    private static final Map<Class<?>, Function<String, Object>> OF_TEXT = Map.of(
            UUID.class, UUID::fromString,
            Instant.class, Instant::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            OffsetTime.class, OffsetTime::parse,
            ZonedDateTime.class, ZonedDateTime::parse,
            LocalDateTime.class, LocalDateTime::parse,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse);

    private AttributeValue() {}

    /**
     * Returns the value as the attribute has it.
     *
     * @throws InvalidAttributeException if it cannot be that
     */
    static Object of(Object value, EntityAttribute attribute, Origin origin) {
        try {
            return convert(value, attribute.type());
        } catch (ConversionException | IllegalArgumentException | DateTimeException unfit) {
            // without the cause, which may quote the value
            throw new InvalidAttributeException(
                    "DUET-805",
                    "the value for the attribute " + attribute.name() + " cannot be a "
                            + attribute.type().getSimpleName(),
                    null,
                    origin,
                    attribute.name());
        }
    }

    private static Object convert(Object value, Class<?> type) {
        if (value instanceof JsonValue json && !type.isInstance(value)) {
            return convert(JSON.read(json.toString()), type);
        } else if (type == String.class && value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("no text");
        } else if (value instanceof String text && OF_TEXT.containsKey(type)) {
            return OF_TEXT.get(type).apply(text);
        }
        return Conversion.of(value, type, JSON);
    }
}
