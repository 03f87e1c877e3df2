package org.duetdb.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.DriverFacts;

/**
 * Asks one database for its facts, on one connection.
 *
 * @param source the database
 * @param deadline after which the server gives up
 */
record Examination(ContainerDataSource source, Duration deadline) implements Callable<SessionFacts> {

    @Override
    public SessionFacts call() throws SQLException {
        try (Connection connection = source.connection(source.binding().origin());
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, deadline.toSeconds()));
            try (ResultSet row = statement.executeQuery(SessionFacts.QUERY)) {
                row.next();
                return SessionFacts.of(row, DriverFacts.of(connection));
            }
        }
    }
}
