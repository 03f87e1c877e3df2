package org.duetdb.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.duetdb.DatabaseStatus.InDoubt;
import org.duetdb.DatabaseStatus.Replica;
import org.duetdb.Role;
import org.duetdb.datasource.ContainerDataSource;

/**
 * Asks one database whether it is there, and where it can be written to, what is in doubt.
 *
 * @param source the database
 * @param inDoubtAfter how long a branch must have been prepared to be in doubt
 * @param deadline after which the server gives up
 */
record Ping(ContainerDataSource source, Duration inDoubtAfter, Duration deadline) implements Callable<Ping.Answer> {

    /**
     * What it said.
     *
     * @param latency how long it took, the wait for a connection included
     * @param position how far the server is
     * @param replicas the servers of the read role, if they are told
     * @param inDoubt what is in doubt; null for the read role
     */
    record Answer(Duration latency, LogPosition position, List<Replica> replicas, InDoubt inDoubt) {}

    @Override
    public Answer call() throws SQLException {
        boolean write = source.binding().role() == Role.WRITE;
        long start = System.nanoTime();
        try (Connection connection = source.connection(source.binding().origin());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, deadline.toSeconds()));
            String query =
                    write ? BranchesInDoubt.query(LogPosition.COLUMNS, inDoubtAfter) : "SELECT " + LogPosition.COLUMNS;
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return new Answer(
                        Duration.ofNanos(System.nanoTime() - start),
                        LogPosition.read(row),
                        write ? List.of() : ReplicaList.of(connection),
                        write ? BranchesInDoubt.read(row) : null);
            }
        }
    }
}
