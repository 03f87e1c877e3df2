package org.duetdb.model;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import java.io.StringReader;

/**
 * Reads a JSON object from what stands in its column. Hibernate gives it as a text, EclipseLink as the driver's object
 * for types that have no class, whatever the converter says: without the type variable there would be a cast.
 *
 * @param <T> the class that it is written as
 */
abstract class JsonColumn<T> implements AttributeConverter<JsonObject, T> {

    @Override
    public JsonObject convertToEntityAttribute(T column) {
        if (column == null || column.toString() == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(column.toString()))) {
            return reader.readObject();
        }
    }
}
