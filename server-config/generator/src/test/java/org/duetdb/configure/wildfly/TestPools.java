package org.duetdb.configure.wildfly;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.Settings;

/** The pools of one alias, {@code a-b}. */
final class TestPools {

    private TestPools() {}

    static WildFlyPools of(Map<String, String> more) throws Exception {
        Map<String, String> properties = new HashMap<>(Map.of("database.a-b.url", "postgresql://app:hu%3Ash@h:1/d"));
        properties.putAll(more);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return WildFlyPools.of(Catalog.of(Settings.read(config, Set.of()), List.of()));
    }
}
