package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.PoolExhaustedException;
import org.duetdb.ResultStream;
import org.duetdb.Role;
import org.duetdb.StatementTimeoutException;
import org.duetdb.fixture.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the configuration says of a pool, as it can be seen from the application. The alias {@code small} has it all.
 */
@ExtendWith(ArquillianExtension.class)
class PoolIT {

    private static final String ALIAS = "small";
    private static final int MAX_SIZE = 3;
    private static final int MIN_IDLE = 1;

    /** A server may count in minutes, and look twice in one. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(150);

    private static final String BACKENDS = "SELECT pid FROM pg_stat_activity WHERE application_name = $1";

    /** The same database, by another pool. */
    @Inject
    @Database(alias = "analytics")
    DbSession outside;

    @Inject
    Databases databases;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(PoolIT.class);
    }

    private OpenSession open(Role role) {
        return databases.open(ALIAS, role);
    }

    /** Has a pool lend as many connections as are asked for at the same time. */
    private static List<ResultStream<Integer>> take(DbSession session, int count) {
        List<ResultStream<Integer>> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ResultStream<Integer> rows = session.stream(Integer.class, "SELECT generate_series(1, 1000000)");
            rows.iterator().next();
            taken.add(rows);
        }
        return taken;
    }

    private static void giveBack(List<ResultStream<Integer>> taken) {
        taken.forEach(ResultStream::close);
    }

    private List<Integer> backends(Role role) {
        return outside.query(Integer.class, BACKENDS, "Duet " + ALIAS + "/" + role);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void callerBeyondMaxSize_isToldAfterTheTimeoutAndServedLater(Role role) {
        try (OpenSession session = open(role)) {
            List<ResultStream<Integer>> taken = take(session, MAX_SIZE);
            PoolExhaustedException refusal =
                    assertThrows(PoolExhaustedException.class, () -> session.query("SELECT 1"));
            assertTrue(refusal.getMessage().startsWith("DUET-107 "), refusal::getMessage);
            assertTrue(refusal.getMessage().contains("alias=" + ALIAS), refusal::getMessage);
            assertEquals(MAX_SIZE, backends(role).size());
            giveBack(taken);
            assertEquals(1, session.queryOne(Integer.class, "SELECT 1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void idleConnections_areRetiredDownToMinIdle(Role role) throws InterruptedException {
        try (OpenSession session = open(role)) {
            giveBack(take(session, MAX_SIZE));
        }
        long start = System.nanoTime();
        while (backends(role).size() != MIN_IDLE && System.nanoTime() - start < PATIENCE) {
            Thread.sleep(500);
        }
        assertEquals(MIN_IDLE, backends(role).size());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void terminatedConnections_areNotLent(Role role) {
        try (OpenSession session = open(role)) {
            giveBack(take(session, MAX_SIZE));
            for (Integer backend : backends(role)) {
                outside.query("SELECT pg_terminate_backend($1, 5000)", backend);
            }
            for (int i = 0; i < 2 * MAX_SIZE; i++) {
                assertEquals(1, session.queryOne(Integer.class, "SELECT 1"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void statementBeyondItsLimit_isEndedByTheDatabase(Role role) {
        try (OpenSession session = open(role)) {
            assertThrows(StatementTimeoutException.class, () -> session.query("SELECT pg_sleep(30)"));
            assertEquals(1, session.queryOne(Integer.class, "SELECT 1"));
        }
    }
}
