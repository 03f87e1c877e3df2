package org.duetdb.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.duetdb.datasource.ContainerDataSource;

/** Asks one database whether it is there. */
final class Ping implements Callable<Ping.Answer> {

    /**
     * What it said.
     *
     * @param latency how long it took, the wait for a connection included
     * @param recovery whether the server is a standby
     */
    record Answer(Duration latency, boolean recovery) {}

    private final ContainerDataSource source;
    private final Duration deadline;

    Ping(ContainerDataSource source, Duration deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    @Override
    public Answer call() throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = source.connection(source.binding().origin());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, deadline.toSeconds()));
            try (ResultSet result = statement.executeQuery("SELECT pg_is_in_recovery()")) {
                result.next();
                boolean recovery = result.getBoolean(1);
                return new Answer(Duration.ofNanos(System.nanoTime() - start), recovery);
            }
        }
    }
}
