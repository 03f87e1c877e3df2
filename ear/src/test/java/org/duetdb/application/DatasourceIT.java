package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.fixture.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the server's pools are made by our datasource class, by what it leaves in the databases. */
@ExtendWith(ArquillianExtension.class)
class DatasourceIT {

    private static final String RECORDS = "SELECT count(*) FROM duet.xa_record";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database
    DataSource pool;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(DatasourceIT.class);
    }

    private static void write(DbSession session) {
        session.execute(
                "INSERT INTO scenario (key) VALUES ($1)", UUID.randomUUID().toString());
    }

    private void writeBoth() {
        main.transaction(() -> {
            write(main);
            write(analytics);
        });
    }

    private static long records(DbSession session) {
        return session.queryOne(Long.class, RECORDS);
    }

    @Test
    void twoDatabasesWritten_leaveARecordInEach() {
        writeBoth(); // the first makes the table
        long before = records(main);
        long beforeThere = records(analytics);
        writeBoth();
        // one more, or a thousand fewer: now and then a commit deletes old ones
        assertNotEquals(before, records(main));
        assertNotEquals(beforeThere, records(analytics));
    }

    /** By the call that the library has it done with: no server's wrapper keeps that to itself. */
    @Test
    void branch_isCheckedThroughTheWrappersOfThePool() {
        assertEquals("read", main.transaction(this::check));
        assertNull(check());
    }

    private String check() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1"); // Open Liberty enlists a connection with its first statement
            return connection.getClientInfo("DuetCheckBeforeCommit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void databaseThatIsOnlyRead_isNotPrepared() {
        writeBoth();
        long before = records(analytics);
        main.transaction(() -> {
            write(main);
            analytics.query("SELECT key FROM scenario");
        });
        assertEquals(before, records(analytics));
    }
}
