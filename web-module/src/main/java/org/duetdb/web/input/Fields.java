package org.duetdb.web.input;

import static org.duetdb.web.problem.ProblemType.INVALID_REQUEST;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duetdb.web.problem.ProblemException;

/** The fields of a JSON object. Reading one that is missing or malformed throws a problem that names it. */
final class Fields {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonObject object;
    private final String place;

    private Fields(JsonObject object, String place) {
        this.object = object;
        this.place = place;
    }

    static Fields parse(byte[] json) {
        if (value(json) instanceof JsonObject object) {
            return new Fields(object, "");
        }
        throw new ProblemException(INVALID_REQUEST, "The body must be a JSON object.");
    }

    private static JsonValue value(byte[] json) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text(json)))) {
            parser.next();
            JsonValue value = parser.getValue();
            requireEnd(parser);
            return value;
        } catch (CharacterCodingException | RuntimeException malformed) {
            // beside JsonException, parsers throw others: for nesting too deep, numbers too long
            throw new ProblemException(INVALID_REQUEST, "The body is not well-formed JSON.");
        }
    }

    /** Decoded here, because a parser would replace what is not UTF-8 (RFC 8259 §8.1) instead of refusing it. */
    private static String text(byte[] json) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    }

    /** A parser that finds more looks no further by itself. */
    private static void requireEnd(JsonParser parser) {
        if (parser.hasNext()) {
            throw new JsonParsingException("more than one value", parser.getLocation());
        }
    }

    String text(String name, int mostCharacters) {
        if (!(required(name) instanceof JsonString string)) {
            throw malformed(name, "must be a string");
        }
        String text = string.getString();
        if (text.isBlank()) {
            throw malformed(name, "must not be blank");
        }
        if (text.codePoints().anyMatch(Fields::isUnprintable)) {
            throw malformed(name, "must not contain control characters");
        }
        if (text.codePointCount(0, text.length()) > mostCharacters) {
            throw malformed(name, "must not be longer than " + mostCharacters + " characters");
        }
        return text;
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    long integer(String name) {
        try {
            return number(name).longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            throw malformed(name, "must be an integer");
        }
    }

    long integer(String name, long least, long most) {
        BigDecimal number = number(name);
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw malformed(name, "must be an integer from " + least + " to " + most);
        }
        return integer(name);
    }

    BigDecimal number(String name) {
        if (required(name) instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        throw malformed(name, "must be a number");
    }

    List<Fields> objects(String name) {
        if (!(required(name) instanceof JsonArray array) || array.isEmpty()) {
            throw malformed(name, "must be an array that is not empty");
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> element(name + "[" + i + "]", array.get(i)))
                .toList();
    }

    private Fields element(String name, JsonValue value) {
        if (value instanceof JsonObject element) {
            return new Fields(element, place + name + ".");
        }
        throw malformed(name, "must be an object");
    }

    private JsonValue required(String name) {
        JsonValue value = object.get(name);
        if (value == null || value.equals(JsonValue.NULL)) {
            throw malformed(name, "is missing");
        }
        return value;
    }

    ProblemException malformed(String name, String rule) {
        return new ProblemException(INVALID_REQUEST, place + name + " " + rule + ".");
    }
}
