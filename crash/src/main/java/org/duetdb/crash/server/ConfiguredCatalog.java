package org.duetdb.crash.server;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.Settings;

/** The catalog of a configuration. */
final class ConfiguredCatalog {

    private ConfiguredCatalog() {}

    static Catalog of(Map<String, String> configuration) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "crash harness", 100))
                .build();
        try {
            return Catalog.of(Settings.read(config, Set.of()), List.of());
        } catch (CatalogException problems) {
            throw new IllegalArgumentException(problems);
        }
    }
}
