package org.duetdb.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.util.List;
import org.duetdb.DatabaseStatus;

/**
 * The status of one (alias, role), flat. What is not known is null; see {@link DatabaseStatus}.
 *
 * @param latencyMillis how long it took to answer, in milliseconds
 * @param lagMillis how old what a standby has replayed is, in milliseconds
 * @param inDoubtSeconds how long the oldest branch that is in doubt has been prepared, in seconds
 */
@JsonbNillable
@JsonbPropertyOrder({
    "alias",
    "role",
    "state",
    "size",
    "available",
    "inUse",
    "waiting",
    "maxSize",
    "latencyMillis",
    "recovery",
    "lagMillis",
    "lagBytes",
    "replicas",
    "required",
    "inDoubt",
    "inDoubtSeconds",
    "inDoubtNodes",
    "problem"
})
public record DatabaseView(
        String alias,
        String role,
        String state,
        Integer size,
        Integer available,
        Integer inUse,
        Integer waiting,
        int maxSize,
        Long latencyMillis,
        Boolean recovery,
        Long lagMillis,
        Long lagBytes,
        List<ReplicaView> replicas,
        boolean required,
        Integer inDoubt,
        Long inDoubtSeconds,
        List<String> inDoubtNodes,
        String problem) {

    /** Returns the view of a status. */
    public static DatabaseView of(DatabaseStatus status) {
        DatabaseStatus.Pool pool = status.pool();
        Duration latency = status.latency();
        DatabaseStatus.Lag lag = status.lag();
        DatabaseStatus.InDoubt inDoubt = status.inDoubt();
        return new DatabaseView(
                status.alias(),
                status.role().toString(),
                status.state().name(),
                pool.size(),
                pool.available(),
                pool.inUse(),
                pool.waiting(),
                pool.maxSize(),
                latency == null ? null : latency.toMillis(),
                status.recovery(),
                lag == null ? null : lag.time().toMillis(),
                lag == null ? null : lag.bytes(),
                status.replicas().stream().map(ReplicaView::of).toList(),
                status.required(),
                inDoubt == null ? null : inDoubt.count(),
                inDoubt == null ? null : inDoubt.age().toSeconds(),
                inDoubt == null ? null : inDoubt.nodes(),
                status.problem());
    }
}
