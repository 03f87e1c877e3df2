package org.duetdb.benchmark.result;

import java.util.Arrays;
import java.util.Map;

/**
 * What the clients of a server saw of its commits.
 *
 * @param server which one
 * @param speeds requests per second by round, those of one round at the same place
 * @param warm whether the server had stopped gaining speed before
 */
public record Commits(ServerKind server, Map<CommitKind, double[]> speeds, boolean warm) {

    /** Copies the map. */
    public Commits {
        speeds = Map.copyOf(speeds);
    }

    /** Returns the requests per second of a kind. */
    public Spread speed(CommitKind kind) {
        return Spread.of(Arrays.stream(speeds.get(kind)));
    }

    /** Returns the speed of a kind in relation to another one, formed within each round. */
    public Spread ratio(CommitKind kind, CommitKind base) {
        return Spread.ofRatios(speeds.get(kind), speeds.get(base));
    }
}
