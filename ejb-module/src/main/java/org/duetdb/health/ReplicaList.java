package org.duetdb.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Replica;

/** The servers of a read role, of which Duet's datasource class tells, as client information of any connection. */
final class ReplicaList {

    private static final String REPLICAS = "DuetReplicas";

    private ReplicaList() {}

    /** Returns them; empty if the connection is of another class, or its servers are no replicas. */
    static List<Replica> of(Connection connection) throws SQLException {
        return in(connection.getClientInfo(REPLICAS));
    }

    static List<Replica> in(String told) {
        return told == null ? List.of() : told.lines().map(ReplicaList::replica).toList();
    }

    /**
     * An address; {@code used} or another word; the connections; four dashes, or {@code standby} or another word, the
     * latency, and the lag in milliseconds and in bytes; why it is not used.
     */
    private static Replica replica(String line) {
        String[] words = line.split(" ", 8);
        boolean answered = !words[3].equals("-");
        return new Replica(
                words[0],
                words[1].equals("used"),
                Integer.parseInt(words[2]),
                answered ? millis(words[4]) : null,
                answered ? words[3].equals("standby") : null,
                answered ? new Lag(millis(words[5]), Long.valueOf(words[6])) : null,
                words[7].isEmpty() ? null : words[7]);
    }

    private static Duration millis(String number) {
        return Duration.ofMillis(Long.parseLong(number));
    }
}
