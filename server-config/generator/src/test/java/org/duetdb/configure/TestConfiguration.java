package org.duetdb.configure;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.Settings;

/** The catalog of properties that have no problem. */
public final class TestConfiguration {

    private TestConfiguration() {}

    /** Returns it. */
    public static Catalog of(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        try {
            return Catalog.of(Settings.read(config, Set.of()), List.of());
        } catch (CatalogException problems) {
            throw new IllegalArgumentException(problems);
        }
    }
}
