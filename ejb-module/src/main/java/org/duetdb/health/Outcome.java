package org.duetdb.health;

import java.util.List;
import java.util.stream.Collectors;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.Replica;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.health.Ping.Answer;

/**
 * What a ping came to.
 *
 * @param source the database
 * @param answer null if there was none
 * @param problem why there was none; null if there was
 * @param pool the figures of its pool
 */
record Outcome(ContainerDataSource source, Answer answer, String problem, Pool pool) {

    /**
     * Returns it as the state of the database.
     *
     * @param writer what the ping to the write role of the same alias came to
     */
    DatabaseStatus status(Outcome writer) {
        Binding binding = source.binding();
        LogPosition position = answer == null ? null : answer.position();
        return new DatabaseStatus(
                binding.alias(),
                binding.role(),
                state(writer),
                answer == null ? null : answer.latency(),
                position == null ? null : position.recovery(),
                position == null || !position.recovery() ? null : position.behind(writer.position()),
                replicas(),
                binding.settings().required(),
                pool,
                answer == null ? null : answer.inDoubt(),
                answer == null ? problem : unused());
    }

    private State state(Outcome writer) {
        if (answer == null) {
            return source.isReplica() && writer.answer != null ? State.DEGRADED : State.DOWN;
        }
        return unused() == null ? State.UP : State.DEGRADED;
    }

    private LogPosition position() {
        return answer == null ? null : answer.position();
    }

    private List<Replica> replicas() {
        return answer == null ? List.of() : answer.replicas();
    }

    private String unused() {
        String addresses = replicas().stream()
                .filter(replica -> !replica.used())
                .map(replica -> replica.address() + " (" + replica.problem() + ")")
                .collect(Collectors.joining(", "));
        return addresses.isEmpty()
                ? null
                : "DUET-407 not read from for now: " + addresses + " ["
                        + source.binding().origin() + "]; see the server's log";
    }
}
