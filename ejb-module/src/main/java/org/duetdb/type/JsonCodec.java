package org.duetdb.type;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between JSON and {@code Map}, {@code List} and plain values. Numbers keep every digit. For use by any thread. */
public final class JsonCodec {

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private final Jsonb writer = JsonbBuilder.create();

    public String write(Object value) {
        return writer.toJson(value);
    }

    /**
     * Returns {@code Map}, {@code List}, {@code String}, {@code BigDecimal}, {@code Boolean}; null for JSON
     * {@code null}.
     */
    public Object read(String json) {
        try (JsonReader reader = readers.createReader(new StringReader(json))) {
            return plain(reader.readValue());
        }
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> map((JsonObject) value);
            case ARRAY -> list((JsonArray) value);
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, plain(value)));
        return Collections.unmodifiableMap(map);
    }

    private static List<Object> list(JsonArray array) {
        List<Object> list = new ArrayList<>(array.size());
        array.forEach(value -> list.add(plain(value)));
        return Collections.unmodifiableList(list);
    }
}
