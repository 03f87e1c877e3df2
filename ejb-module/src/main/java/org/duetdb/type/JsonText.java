package org.duetdb.type;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.duetdb.JsonParameter;

/**
 * Writes a value as JSON. Maps, collections and plain values are written here: every digit and every null is kept, and
 * it is faster than JSON-B, which writes the rest.
 */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private final Jsonb binding;
    private final StringBuilder text = new StringBuilder();
    private int depth;

    JsonText(Jsonb binding) {
        this.binding = binding;
    }

    String write(Object value) {
        append(value);
        return text.toString();
    }

    private void append(Object value) {
        if (value instanceof String || value instanceof Character || value instanceof UUID) {
            quote(value.toString());
        } else if (value instanceof JsonValue || value instanceof Boolean || value == null) {
            text.append(value);
        } else if (value instanceof Number number) {
            append(number);
        } else if (value instanceof Map<?, ?> map) {
            append(map);
        } else if (value instanceof Collection<?> elements) {
            append(elements);
        } else if (value instanceof JsonParameter parameter) {
            append(parameter.value());
        } else {
            text.append(binding.toJson(value));
        }
    }

    private void append(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("JSON has no NaN and no infinity");
            }
            text.append(number);
        } else {
            text.append(ValueText.of(number) == null ? binding.toJson(number) : number.toString());
        }
    }

    private void append(Map<?, ?> map) {
        enter();
        String between = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            text.append(between);
            quote(name(member.getKey()));
            text.append(':');
            append(member.getValue());
            between = ",";
        }
        text.append(map.isEmpty() ? "{}" : "}");
        depth--;
    }

    private static String name(Object key) {
        String name = key instanceof byte[] ? null : ValueText.of(key);
        if (name == null) {
            throw new IllegalArgumentException("the key of a map has no text");
        }
        return name;
    }

    private void append(Collection<?> elements) {
        enter();
        String between = "[";
        for (Object element : elements) {
            text.append(between);
            append(element);
            between = ",";
        }
        text.append(elements.isEmpty() ? "[]" : "]");
        depth--;
    }

    private void enter() {
        if (++depth > JsonCodec.DEEPEST) {
            throw new IllegalArgumentException("it is nested deeper than " + JsonCodec.DEEPEST + ", or in itself");
        }
    }

    private void quote(String content) {
        text.append('"');
        for (int i = 0; i < content.length(); i++) {
            char letter = content.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append("\\u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
