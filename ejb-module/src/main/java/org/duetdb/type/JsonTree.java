package org.duetdb.type;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON text into unmodifiable maps, lists and plain values, as it comes. */
final class JsonTree {

    private final JsonParser parser;
    private int depth;

    JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    Object read() {
        return value(parser.next());
    }

    private Object value(Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getString();
            // not getBigDecimal(): implementations limit its digits
            case VALUE_NUMBER -> new BigDecimal(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            members.put(name, value(parser.next()));
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private List<Object> array() {
        enter();
        List<Object> elements = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            elements.add(value(event));
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private void enter() {
        if (++depth > JsonCodec.DEEPEST) {
            throw ConversionException.value(null, "it is nested deeper than " + JsonCodec.DEEPEST);
        }
    }
}
