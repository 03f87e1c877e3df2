package org.duetdb.configure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The name by which an environment variable gives a property (MicroProfile Config 3.1, "Environment Variables Mapping
 * Rules").
 */
public final class EnvironmentName {

    private EnvironmentName() {}

    /** Returns the variables of all properties, each with its value. */
    public static Map<String, String> variables(Map<String, String> properties) {
        return properties.entrySet().stream()
                .collect(Collectors.toMap(property -> of(property.getKey()), Map.Entry::getValue));
    }

    /** Returns the variable of a property: {@code database.default.url} is {@code DATABASE_DEFAULT_URL}. */
    public static String of(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
