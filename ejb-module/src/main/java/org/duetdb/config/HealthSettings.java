package org.duetdb.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What is configured of the health checks.
 *
 * @param timeout their deadline
 * @param inDoubtAfter how long a branch must have been prepared to be in doubt
 */
public record HealthSettings(Duration timeout, Duration inDoubtAfter) {

    private static final HealthSettings DEFAULT = new HealthSettings(Duration.ofSeconds(2), Duration.ofMinutes(1));

    static HealthSettings read(Config config, List<Problem> problems) {
        return new HealthSettings(
                duration(config, "duet.health.timeout", DEFAULT.timeout, problems),
                duration(config, "duet.health.in-doubt-after", DEFAULT.inDoubtAfter, problems));
    }

    private static Duration duration(Config config, String key, Duration otherwise, List<Problem> problems) {
        try {
            return config.getOptionalValue(key, String.class)
                    .map(KeyReader::positiveDuration)
                    .orElse(otherwise);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            problems.add(new Problem("DUET-003", "the value of " + key + " is not " + KeyReader.POSITIVE_DURATION));
            return otherwise;
        }
    }
}
