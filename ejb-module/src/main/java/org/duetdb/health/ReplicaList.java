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

    /** An address, {@code used} or another word, three numbers, of which two may be dashes, and a sentence or none. */
    private static Replica replica(String line) {
        String[] words = line.split(" ", 6);
        Lag lag = words[3].equals("-")
                ? null
                : new Lag(Duration.ofMillis(Long.parseLong(words[3])), Long.valueOf(words[4]));
        String problem = words[5].isEmpty() ? null : words[5];
        return new Replica(words[0], words[1].equals("used"), Integer.parseInt(words[2]), lag, problem);
    }
}
