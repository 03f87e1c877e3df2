package org.duetdb;

import java.time.Duration;
import java.util.List;

/**
 * The state of one (alias, role) at one moment.
 *
 * @param alias the alias
 * @param role the role
 * @param state whether it answered within the deadline
 * @param latency how long it took to answer, the wait for a connection included; null if it did not
 * @param recovery whether the server is in recovery, that is, a standby; null if it did not answer
 * @param required whether readiness depends on it
 * @param pool the figures of its pool
 * @param inDoubt the branches that are in doubt in the database; null if it did not answer, and for the read role
 * @param problem one sentence; null if there is none
 */
public record DatabaseStatus(
        String alias,
        Role role,
        State state,
        Duration latency,
        Boolean recovery,
        boolean required,
        Pool pool,
        InDoubt inDoubt,
        String problem) {

    /** Whether a database can be used. */
    public enum State {
        /** It answered. */
        UP,
        /** It did not. */
        DOWN
    }

    /**
     * Returns whether the application can be ready as far as this database goes: it answers, or is not required.
     *
     * <pre>{@code
     * boolean ready = databases.status().stream().allMatch(DatabaseStatus::permitsReadiness);
     * }</pre>
     */
    public boolean permitsReadiness() {
        return state == State.UP || !required;
    }

    /**
     * The figures of a connection pool, in connections. What the server does not tell is null.
     *
     * @param size how many there are, idle or in use
     * @param available how many are idle
     * @param inUse how many are lent
     * @param waiting how many callers wait for one
     * @param maxSize how many there may be
     */
    public record Pool(Integer size, Integer available, Integer inUse, Integer waiting, int maxSize) {}

    /**
     * The branches of transactions over several databases that were prepared some time ago
     * ({@code duet.health.in-doubt-after}, a minute by default), and neither committed nor rolled back since. Each
     * holds its locks until the transaction manager that had it prepared resolves it. Whoever prepared them is counted,
     * other programs included.
     *
     * @param count how many there are
     * @param age how long the oldest has been prepared; zero if there is none
     * @param nodes the application servers that have to resolve them, by their {@code duet.node}, each once; branches
     *     that do not say whose they are count, and add nothing here
     */
    public record InDoubt(int count, Duration age, List<String> nodes) {

        /** Copies the list. */
        public InDoubt {
            nodes = List.copyOf(nodes);
        }
    }
}
