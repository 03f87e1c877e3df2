package org.duetdb.payara;

import java.util.Locale;

/**
 * The name by which an environment variable gives a property (MicroProfile Config 3.1, "Environment Variables Mapping
 * Rules").
 */
public final class EnvironmentName {

    private EnvironmentName() {}

    /** Returns the variable of a property: {@code database.default.url} is {@code DATABASE_DEFAULT_URL}. */
    public static String of(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
