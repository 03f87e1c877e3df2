package org.duetdb.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything that the configuration says of the databases, and everything that is wrong with it.
 *
 * @param databases the settings of each (alias, role), as far as they can be read
 * @param aliases the names of all aliases that the configuration mentions, readable or not
 * @param health what is configured of the health checks
 * @param node the name of the application server among those that use the same databases; null if it is not configured
 * @param problems what is wrong, in the order found; empty if nothing is
 */
public record Settings(
        List<DatabaseSettings> databases,
        Set<String> aliases,
        HealthSettings health,
        String node,
        List<Problem> problems) {

    private static final String NODE = "duet.node";

    /** Copies the collections. */
    public Settings {
        databases = List.copyOf(databases);
        aliases = Set.copyOf(aliases);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the configuration.
     *
     * @param config the source
     * @param asked the aliases that the application asks for; they are looked up even if the source cannot list its
     *     names
     */
    public static Settings read(Config config, Set<String> asked) {
        List<Problem> problems = new ArrayList<>();
        Set<String> aliases = new AliasNames(config).find(asked);
        List<DatabaseSettings> databases = SettingsReader.readAll(config, aliases, problems);
        HealthSettings health = HealthSettings.read(config, problems);
        String node = config.getOptionalValue(NODE, String.class).orElse(null);
        return new Settings(databases, aliases, health, node, problems);
    }

    /** Reads the configuration of the calling application. */
    public static Settings current(Set<String> asked) {
        return read(ConfigProvider.getConfig(), asked);
    }
}
