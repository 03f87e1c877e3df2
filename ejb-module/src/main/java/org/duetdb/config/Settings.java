package org.duetdb.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param consistencyKey what signs the positions that clients carry; null if no database needs it
 * @param problems what is wrong, in the order found; empty if nothing is
 */
public record Settings(
        List<DatabaseSettings> databases,
        Set<String> aliases,
        HealthSettings health,
        String node,
        Secret consistencyKey,
        List<Problem> problems) {

    private static final String NODE = "duet.node";
    private static final String CONSISTENCY_KEY = "duet.consistency.key";
    private static final int SHORTEST_KEY = 16;

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
        return new Settings(databases, aliases, health, node, consistencyKey(config, databases, problems), problems);
    }

    private static Secret consistencyKey(Config config, List<DatabaseSettings> databases, List<Problem> problems) {
        Optional<DatabaseSettings> needing = databases.stream()
                .filter(settings -> settings.replica().consistency() == Consistency.SESSION)
                .findFirst();
        Optional<String> key = config.getOptionalValue(CONSISTENCY_KEY, String.class);
        if (needing.isPresent()
                && key.filter(text -> text.length() >= SHORTEST_KEY).isEmpty()) {
            problems.add(new Problem(
                    "DUET-007",
                    "database." + needing.get().alias() + ".consistency is session, and " + CONSISTENCY_KEY
                            + " is not a secret of at least " + SHORTEST_KEY
                            + " characters; set it, to the same one on all application servers"));
        }
        return needing.isEmpty() ? null : key.map(Secret::new).orElse(null);
    }

    /** Reads the configuration of the calling application. */
    public static Settings current(Set<String> asked) {
        return read(ConfigProvider.getConfig(), asked);
    }
}
