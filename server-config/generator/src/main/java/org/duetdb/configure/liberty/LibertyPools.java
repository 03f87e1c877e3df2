package org.duetdb.configure.liberty;

import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/**
 * The pools that Open Liberty shall have: one for each (alias, role).
 *
 * @param configurations under Liberty's own names of options, with those of the elements within a datasource before a
 *     dot: {@code connectionManager.maxPoolSize}, {@code properties.URL}
 * @param secrets the environment variables that the server must be started with: the passwords, which the configuration
 *     only refers to
 */
public record LibertyPools(List<PoolConfiguration> configurations, Map<String, String> secrets) {

    /** Copies the collections. */
    public LibertyPools {
        configurations = List.copyOf(configurations);
        secrets = Map.copyOf(secrets);
    }

    /**
     * Returns those of a catalog.
     *
     * @throws org.duetdb.configure.UnsupportedSettingsException if Liberty cannot honour what is configured; it names
     *     all of that
     */
    public static LibertyPools of(Catalog catalog) {
        UnsupportedSettings unsupported = new UnsupportedSettings("Open Liberty");
        List<PoolDefinition> definitions = PoolDefinition.of(catalog);
        definitions.forEach(definition -> new LibertyPool(definition).refuse(unsupported));
        unsupported.raise();
        return new LibertyPools(
                definitions.stream()
                        .map(pool -> new LibertyPool(pool).configuration())
                        .toList(),
                PoolDefinition.secrets(definitions, LibertySecret::of));
    }

    /** Returns the pools without the secrets. */
    @Override
    public String toString() {
        return "LibertyPools" + configurations;
    }
}
