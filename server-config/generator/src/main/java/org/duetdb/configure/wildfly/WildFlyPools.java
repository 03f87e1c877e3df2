package org.duetdb.configure.wildfly;

import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;
import org.duetdb.configure.UnsupportedSettingsException;

/**
 * The pools that WildFly shall have for a catalog: an XA datasource for each write role, and one outside transactions
 * for each read role. Immutable.
 *
 * @param configurations the pools. Their options have the names of the attributes in the management model; properties
 *     of the driver stand behind the resource that holds them: {@code xa-datasource-properties.url}
 * @param secrets the environment variables that the server must find: the passwords, which the pools only refer to. In
 *     a password that holds <code>${…}</code> each dollar stands twice, for WildFly resolves that again
 */
public record WildFlyPools(List<PoolConfiguration> configurations, Map<String, String> secrets) {

    /** Copies the collections. */
    public WildFlyPools {
        configurations = List.copyOf(configurations);
        secrets = Map.copyOf(secrets);
    }

    /**
     * Returns those of a catalog.
     *
     * @throws UnsupportedSettingsException if something is configured that WildFly cannot do
     */
    public static WildFlyPools of(Catalog catalog) {
        List<PoolDefinition> definitions = PoolDefinition.of(catalog);
        List<WildFlyPool> pools = definitions.stream().map(WildFlyPool::new).toList();
        UnsupportedSettings unsupported = new UnsupportedSettings("WildFly");
        pools.forEach(pool -> pool.refuse(unsupported));
        unsupported.raise();
        return new WildFlyPools(
                pools.stream().map(WildFlyPool::configuration).toList(),
                PoolDefinition.secrets(definitions, Expression::literal));
    }

    /** Leaves out the passwords. */
    @Override
    public String toString() {
        return "WildFlyPools" + configurations;
    }
}
