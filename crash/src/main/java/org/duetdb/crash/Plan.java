package org.duetdb.crash;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.server.Servers;

/**
 * What is asked for.
 *
 * @param servers on which servers
 * @param attacks the plan of each run, in order
 */
record Plan(List<Servers> servers, List<Attack> attacks) {

    /** Copies the lists. */
    Plan {
        servers = List.copyOf(servers);
        attacks = List.copyOf(attacks);
    }

    /** Reads {@code crash.servers}, {@code crash.runs}, {@code crash.seed} and {@code crash.kinds}. */
    static Plan ofSystemProperties() {
        Pattern kinds = Pattern.compile(System.getProperty("crash.kinds", ".*"));
        return new Plan(
                Arrays.stream(System.getProperty("crash.servers").split(","))
                        .map(Servers::of)
                        .toList(),
                LongStream.iterate(Long.getLong("crash.seed", 1), seed -> seed + 1)
                        .limit(Long.getLong("crash.runs", 1) * Attack.turnsOfAll())
                        .mapToObj(Attack::of)
                        .filter(attack -> kinds.matcher(attack.toString()).find())
                        .limit(Long.getLong("crash.runs", 1))
                        .toList());
    }
}
