package org.duetdb.simulation;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Settings;
import org.duetdb.session.SessionServices;

/** Runs simulations, one seed after the other. */
final class Simulation {

    private static final List<String> ALIASES = List.of("default", "analytics", "archive");
    private static final int MOST_REQUESTS = 3;

    private final List<DatabaseSettings> settings = settings();
    private final SessionServices services = new SessionServices();

    private static List<DatabaseSettings> settings() {
        Map<String, String> configuration = new HashMap<>();
        ALIASES.forEach(alias -> configuration.put("database." + alias + ".url", "postgresql://nowhere/" + alias));
        configuration.put("database.archive.consistency", "off");
        return Settings.read(
                        new SmallRyeConfigBuilder()
                                .withSources(new PropertiesConfigSource(configuration, "simulation", 100))
                                .build(),
                        Set.of())
                .databases();
    }

    /** Returns a world in which nothing fails by itself. */
    World quiet(ServerHabit habit) {
        return new World(new Chance(0), habit, 0, settings, services);
    }

    /** Runs the simulation of a seed. Returns what happened if a promise did not hold. */
    Optional<String> run(long seed) {
        Chance chance = new Chance(seed);
        int rarity = chance.of(0, 400, 100, 30);
        ServerHabit habit = chance.of(ServerHabit.values());
        World world = new World(chance, habit, rarity, settings, services);
        world.trace()
                .step("seed " + seed + ": " + habit
                        + (rarity == 0 ? ", nothing fails" : ", one call in " + rarity + " fails"));
        try {
            for (int requests = 1 + world.chance().below(MOST_REQUESTS); requests > 0; requests--) {
                new RequestRun(world).run();
            }
            if (chance.onceIn(2)) {
                new JobRun(world).run();
            }
        } catch (RuntimeException | Error failure) {
            world.trace().violated("the simulation itself failed: " + failure);
        }
        return world.trace().violation() == null
                ? Optional.empty()
                : Optional.of(world.trace().toString());
    }
}
