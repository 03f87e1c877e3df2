package org.duetdb.type;

import jakarta.json.JsonValue;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A value that has been read, as the class that is wanted: the same value, or an exception. Numbers become every class
 * that holds them exactly, lists arrays, JSON what JSON-B makes of it, text the constant of that name.
 */
public final class Conversion {

    private final JsonCodec json;

    private Conversion(JsonCodec json) {
        this.json = json;
    }

    /**
     * Converts a value that a {@link ColumnReader} read as its usual class.
     *
     * @param wanted may be a primitive, and its wrapper is returned then
     * @return null only for null
     * @throws ConversionException if that is not possible without loss; {@link ReadFailures} makes the exception for
     *     the caller of it
     */
    @SuppressWarnings("unchecked")
    public static <T> T of(Object value, Class<T> wanted, JsonCodec json) {
        try {
            return (T) new Conversion(json).convert(value, wanted);
        } catch (ConversionException failure) {
            throw failure.as(wanted);
        }
    }

    /** Returns the class itself, or that which wraps a primitive. */
    static Class<?> boxed(Class<?> wanted) {
        return wanted.isPrimitive() ? MethodType.methodType(wanted).wrap().returnType() : wanted;
    }

    Object convert(Object value, Class<?> wanted) {
        if (value == null) {
            if (wanted.isPrimitive()) {
                throw ConversionException.missing(wanted);
            }
            return null;
        }
        Class<?> boxed = boxed(wanted);
        return boxed.isInstance(value) ? value : convertOther(value, boxed);
    }

    private Object convertOther(Object value, Class<?> wanted) {
        if (wanted == String.class) {
            return text(value);
        } else if (value instanceof Number number && Numbers.CLASSES.contains(wanted)) {
            return Numbers.convert(number, wanted);
        } else if (value instanceof OffsetDateTime moment && isMoment(wanted)) {
            return Moments.convert(moment, wanted);
        } else if (value instanceof String text && !JsonValue.class.isAssignableFrom(wanted)) {
            return ofText(text, wanted);
        } else if (value instanceof List<?> list && wanted.isArray() && wanted != byte[].class) {
            return ArrayConversion.of(list, wanted, this);
        } else if (!wanted.isArray() && isJson(value, wanted)) {
            return ofJson(json.write(value), wanted, json);
        }
        throw ConversionException.type(wanted, null);
    }

    private String text(Object value) {
        if (value instanceof Double number) {
            return FloatText.of(number.doubleValue());
        } else if (value instanceof Float number) {
            return FloatText.of(number.floatValue());
        } else if (value instanceof Map<?, ?>) {
            return json.write(value);
        }
        String text = ValueText.of(value);
        if (text == null) {
            throw ConversionException.type(String.class, null);
        }
        return text;
    }

    private static boolean isMoment(Class<?> wanted) {
        return wanted == Instant.class || wanted == ZonedDateTime.class;
    }

    private static Object ofText(String text, Class<?> wanted) {
        if (wanted.isEnum()) {
            return EnumNames.constant(wanted, text);
        } else if (wanted == Character.class) {
            if (text.length() == 1) {
                return text.charAt(0);
            }
            throw ConversionException.value(wanted, "it is not one character");
        } else if (wanted == Duration.class) {
            return interval(text, wanted).duration();
        } else if (wanted == Period.class) {
            return interval(text, wanted).period();
        } else if (wanted == InetAddress.class) {
            return NetworkText.address(text);
        }
        throw ConversionException.type(wanted, null);
    }

    private static IntervalText interval(String text, Class<?> wanted) {
        try {
            return IntervalText.parse(text);
        } catch (RuntimeException none) {
            throw ConversionException.value(wanted, "it is no interval");
        }
    }

    private static boolean isJson(Object value, Class<?> wanted) {
        return value instanceof Map<?, ?>
                || value instanceof List<?>
                || JsonValue.class.isAssignableFrom(wanted)
                        && (value instanceof String || value instanceof Number || value instanceof Boolean);
    }

    /** Without the cause, which may quote the value. */
    static Object ofJson(String text, Class<?> wanted, JsonCodec json) {
        try {
            return json.read(text, wanted);
        } catch (RuntimeException unfit) {
            throw ConversionException.value(wanted, "the JSON does not fit the class");
        }
    }
}
