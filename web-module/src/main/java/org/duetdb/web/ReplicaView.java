package org.duetdb.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Replica;

/** One of the servers of a read role, flat. What is not known is null; see {@link Replica}. */
@JsonbNillable
@JsonbPropertyOrder({"address", "used", "connections", "latencyMillis", "recovery", "lagMillis", "lagBytes", "problem"})
public record ReplicaView(
        String address,
        boolean used,
        int connections,
        Long latencyMillis,
        Boolean recovery,
        Long lagMillis,
        Long lagBytes,
        String problem) {

    static ReplicaView of(Replica replica) {
        Lag lag = replica.lag();
        return new ReplicaView(
                replica.address(),
                replica.used(),
                replica.connections(),
                replica.latency() == null ? null : replica.latency().toMillis(),
                replica.recovery(),
                lag == null ? null : lag.time().toMillis(),
                lag == null ? null : lag.bytes(),
                replica.problem());
    }
}
