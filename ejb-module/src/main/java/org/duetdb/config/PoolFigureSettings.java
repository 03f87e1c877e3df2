package org.duetdb.config;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where a server shows the figures of its pools. Written by the server's side of the configuration, not by users.
 *
 * @param mbean the name, or a pattern, of a pool's MBean, with {@code {pool}} for the name of the pool
 * @param available its attribute for the connections that are idle; {@code attribute.item} for an item of a composite
 *     one
 * @param inUse its attribute for the connections that are lent
 */
public record PoolFigureSettings(String mbean, String available, String inUse) {

    private static final String PREFIX = "duet.pool.";

    static Optional<PoolFigureSettings> read(Config config) {
        Optional<String> mbean = value(config, "mbean");
        Optional<String> available = value(config, "available");
        Optional<String> inUse = value(config, "in-use");
        return mbean.isPresent() && available.isPresent() && inUse.isPresent()
                ? Optional.of(new PoolFigureSettings(mbean.get(), available.get(), inUse.get()))
                : Optional.empty();
    }

    private static Optional<String> value(Config config, String key) {
        return config.getOptionalValue(PREFIX + key, String.class);
    }
}
