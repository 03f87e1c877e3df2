package org.duetdb.benchmark.contest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duetdb.benchmark.library.Library;
import org.duetdb.benchmark.library.Workload;
import org.duetdb.benchmark.result.ServerKind;

/**
 * What is to be measured, and for how long.
 *
 * @param rounds how often each library has its turn
 * @param heats into how many heats the rounds are divided: each has JVMs of its own
 * @param warmUp how long each library works before the first round, in whole seconds
 * @param slice the length of a turn
 * @param workloads the lines
 * @param libraries the columns; raw JDBC is always one of them
 * @param seed decides on the order within the rounds
 * @param endToEnd whether the two applications are compared on a server
 * @param serverWarmUp how long the server warms up for each kind of request, at most
 * @param servers where it is measured what commits cost
 */
public record Plan(
        int rounds,
        int heats,
        int warmUp,
        Duration slice,
        List<Workload> workloads,
        List<Library> libraries,
        long seed,
        boolean endToEnd,
        Duration serverWarmUp,
        List<ServerKind> servers) {

    private static final String PREFIX = "benchmark.";

    /** Reads the system properties {@code benchmark.*}. */
    public static Plan ofSystemProperties() {
        return new Plan(
                Integer.getInteger(PREFIX + "rounds", 9),
                Integer.getInteger(PREFIX + "heats", 1),
                Integer.getInteger(PREFIX + "warmup", 4),
                Duration.ofMillis(Long.getLong(PREFIX + "slice", 500)),
                workloads(System.getProperty(PREFIX + "workloads", "")),
                libraries(System.getProperty(PREFIX + "libraries", "")),
                Long.getLong(PREFIX + "seed", 1),
                Boolean.parseBoolean(System.getProperty(PREFIX + "end-to-end", "true")),
                Duration.ofSeconds(Long.getLong(PREFIX + "server-warmup", 120)),
                servers(System.getProperty(PREFIX + "commits", "")));
    }

    private static List<Workload> workloads(String wish) {
        return Arrays.stream(Workload.values())
                .filter(workload -> isWished(wish, workload.name(), workload.label()))
                .toList();
    }

    private static List<Library> libraries(String wish) {
        return Arrays.stream(Library.values())
                .filter(library -> library == Library.RAW || isWished(wish, library.name(), library.label()))
                .toList();
    }

    private static List<ServerKind> servers(String wish) {
        return Arrays.stream(ServerKind.values())
                .filter(server -> isWished(wish, server.name(), server.toString()))
                .toList();
    }

    private static boolean isWished(String wish, String... names) {
        Pattern pattern = Pattern.compile(wish, Pattern.CASE_INSENSITIVE);
        return Stream.of(names).anyMatch(name -> pattern.matcher(name).find());
    }

    /** Returns how many rounds a heat has; the last one is not shorter than the others. */
    int roundsOfHeat() {
        return (rounds + heats - 1) / heats;
    }

    /** Returns whether a session would be compared with everything else there is. */
    public boolean isComplete() {
        return endToEnd && workloads.size() == Workload.values().length && libraries.size() == Library.values().length;
    }
}
