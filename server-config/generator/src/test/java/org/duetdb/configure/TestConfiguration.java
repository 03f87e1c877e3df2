package org.duetdb.configure;

import java.util.HashMap;
import java.util.Map;
import org.duetdb.catalog.Catalog;

/** The catalog of one alias, {@code a-b}. */
public final class TestConfiguration {

    private TestConfiguration() {}

    /** Returns it, with more properties than its URL. */
    public static Catalog of(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of("database.a-b.url", "postgresql://app:hu%3Ash@h:1/d"));
        properties.putAll(more);
        return PropertyCatalog.of(properties);
    }
}
