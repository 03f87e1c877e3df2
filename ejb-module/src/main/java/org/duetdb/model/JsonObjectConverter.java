package org.duetdb.model;

import jakarta.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * An attribute that is a JSON object, for a column of type {@code jsonb} or {@code json}. Numbers keep every digit.
 *
 * <pre>{@code
 * @Convert(converter = JsonObjectConverter.class)
 * @Column(columnDefinition = "jsonb")
 * private JsonObject settings;
 * }</pre>
 *
 * <p>Such objects cannot be changed; a changed one is a new one. What is JSON and no object, {@code null} included, is
 * an error when it is read; SQL {@code NULL} is null.
 */
@Converter
public class JsonObjectConverter extends JsonColumn<String> implements AttributeConverter<JsonObject, String> {

    @Override
    public String convertToDatabaseColumn(JsonObject object) {
        return object == null ? null : object.toString();
    }
}
