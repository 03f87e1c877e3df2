package org.duetdb.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duetdb.DatabaseStatus.Replica;

/** The servers of a read role, of which Duet's datasource class tells, as client information of any connection. */
final class ReplicaList {

    private static final String REPLICAS = "DuetReplicas";

    private ReplicaList() {}

    /** Returns them; empty if the connection is of another class, or its servers are no replicas. */
    static List<Replica> of(Connection connection) throws SQLException {
        String told = connection.getClientInfo(REPLICAS);
        return told == null ? List.of() : told.lines().map(ReplicaList::replica).toList();
    }

    /** An address, {@code used} or another word, and a number. */
    private static Replica replica(String line) {
        String[] words = line.split(" ");
        return new Replica(words[0], words[1].equals("used"), Integer.parseInt(words[2]));
    }
}
