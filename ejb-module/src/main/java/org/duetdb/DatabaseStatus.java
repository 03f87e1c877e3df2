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
 * @param lag how far behind its primary that standby is; null if it is none, or did not answer
 * @param replicas the servers of a read role that has its own, as far as its connections tell; empty if they do not
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
        Lag lag,
        List<Replica> replicas,
        boolean required,
        Pool pool,
        InDoubt inDoubt,
        String problem) {

    /** Copies the list. */
    public DatabaseStatus {
        replicas = List.copyOf(replicas);
    }

    /** Whether a database can be used. */
    public enum State {
        /** It answered, and so did all its replicas. */
        UP,
        /** A replica is away or too far behind, and others, or the primary, are read from instead. */
        DEGRADED,
        /** It did not answer. */
        DOWN
    }

    /**
     * How far a standby is behind its primary.
     *
     * @param time how old the last transaction is that it has replayed, by its own clock; zero if it has replayed all
     *     that it has received
     * @param bytes how much of the log that the primary has written it has not replayed; null if the primary did not
     *     say
     */
    public record Lag(Duration time, Long bytes) {}

    /**
     * One of the servers of a read role, as it was when it was last asked, half a second ago or more: which happens
     * while its connections are used.
     *
     * @param address host and port
     * @param used whether it gets connections; if not, it is away or too far behind
     * @param connections how many there are to it
     * @param latency how long it took to answer; null if it has not
     * @param recovery whether it was a standby; null if it has not answered
     * @param lag how far it was behind; the bytes are those that it has received. Null if it has not answered
     * @param problem why it is not used; null if it is
     */
    public record Replica(
            String address,
            boolean used,
            int connections,
            Duration latency,
            Boolean recovery,
            Lag lag,
            String problem) {}

    /**
     * Returns whether the application can be ready as far as this database goes: it can be used, or is not required.
     *
     * <pre>{@code
     * boolean ready = databases.status().stream().allMatch(DatabaseStatus::permitsReadiness);
     * }</pre>
     */
    public boolean permitsReadiness() {
        return state != State.DOWN || !required;
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
