package org.duetdb.type;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** Between JSON and Java values. Numbers keep every digit. For use by any thread. */
public final class JsonCodec {

    /** Deeper than this is not read or written: no value may exhaust the stack, and JSON-P stops at a thousand. */
    static final int DEEPEST = 500;

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final Jsonb binding = JsonbBuilder.newBuilder()
            .withProvider(new ExactJsonProvider(JsonProvider.provider()))
            .build();

    /**
     * Writes a value: {@code Map}, {@code Collection}, plain values and those of JSON-P by itself, others by JSON-B.
     *
     * @throws RuntimeException if it cannot be written as JSON
     */
    public String write(Object value) {
        try {
            return new JsonText(binding).write(value);
        } catch (StackOverflowError endless) {
            throw new IllegalArgumentException("it is nested too deeply, or in itself");
        }
    }

    /**
     * Returns {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean}; null for JSON
     * {@code null}. Of members with the same name the last one counts, as in {@code jsonb}.
     *
     * @throws RuntimeException if it is nested too deeply
     */
    public Object read(String json) {
        try (JsonParser parser = parsers.createParser(new StringReader(json))) {
            return new JsonTree(parser).read();
        }
    }

    /**
     * Returns a value of JSON-P, or what JSON-B makes of the text. Whole numbers that do not fit are an error.
     *
     * @throws RuntimeException if the text is nothing that the class can be
     */
    public <T> T read(String json, Class<T> wanted) {
        if (!JsonValue.class.isAssignableFrom(wanted)) {
            return binding.fromJson(json, wanted);
        }
        try (JsonReader reader = readers.createReader(new StringReader(json))) {
            return wanted.cast(reader.readValue());
        }
    }
}
