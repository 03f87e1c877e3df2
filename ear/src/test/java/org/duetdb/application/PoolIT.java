package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.duetdb.Database;
import org.duetdb.DatabaseStatus;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.PoolExhaustedException;
import org.duetdb.ResultStream;
import org.duetdb.Role;
import org.duetdb.StatementTimeoutException;
import org.duetdb.fixture.Deployments;
import org.duetdb.fixture.KeepAliveTimers;
import org.duetdb.fixture.ServerLogRecords;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /** WildFly counts in minutes, and looks once in 60 or 90 seconds: at worst, a minute is not over at the first. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(200);

    /** The connection that the recovery of transactions may keep for itself is none of the pool. */
    private static final String OF_THE_POOL =
            " FROM pg_stat_activity WHERE application_name = $1 AND query NOT LIKE 'SELECT gid FROM%pg_prepared_xacts%'";

    private static final String BACKENDS = "SELECT pid" + OF_THE_POOL;
    private static final String PORTS = "SELECT client_port" + OF_THE_POOL;

    /** The same database, by another pool. */
    @Inject
    @Database(alias = "analytics")
    DbSession outside;

    @Inject
    Databases databases;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(PoolIT.class, KeepAliveTimers.class, ServerLogRecords.class);
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

    /** Nobody is to look for a database that is away. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void status_poolThatIsUsedUp_saysSo(Role role) {
        try (OpenSession session = open(role)) {
            List<ResultStream<Integer>> taken = take(session, MAX_SIZE);
            DatabaseStatus full = status(role);
            assertEquals(DatabaseStatus.State.DOWN, full.state());
            assertTrue(full.problem().startsWith("DUET-406 all 3 connections of the pool are in use ["), full::problem);
            assertEquals(MAX_SIZE, full.pool().inUse());
            assertEquals(DatabaseStatus.State.DEGRADED, databases.health().state(), "it is not required");
            assertTrue(databases.isHealthy());
            giveBack(taken);
        }
        DatabaseStatus free = status(role);
        assertEquals(DatabaseStatus.State.UP, free.state(), free::problem);
    }

    private DatabaseStatus status(Role role) {
        return databases.status(ALIAS).stream()
                .filter(status -> status.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Both roles at once: some servers take their time. */
    @Test
    void idleConnections_areRetiredDownToMinIdle() throws InterruptedException {
        for (Role role : Role.values()) {
            try (OpenSession session = open(role)) {
                giveBack(take(session, MAX_SIZE));
            }
        }
        long start = System.nanoTime();
        while (!areDownToMinIdle() && System.nanoTime() - start < PATIENCE) {
            Thread.sleep(500);
        }
        for (Role role : Role.values()) {
            assertEquals(MIN_IDLE, backends(role).size(), role::toString);
        }
    }

    /** That alias has a lifetime of three seconds, and no other limit. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void connectionThatIsTooOld_isNotLentAgain(Role role) throws InterruptedException {
        try (OpenSession session = databases.open("follower", role)) {
            int lent = backendOf(session);
            assertEquals(lent, backendOf(session));
            Thread.sleep(TimeUnit.SECONDS.toMillis(5));
            for (int i = 0; i < 20; i++) {
                assertNotEquals(lent, backendOf(session));
            }
        }
    }

    private static int backendOf(DbSession session) {
        return session.queryOne(Integer.class, "SELECT pg_backend_pid()");
    }

    private boolean areDownToMinIdle() {
        return Arrays.stream(Role.values()).allMatch(role -> backends(role).size() == MIN_IDLE);
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

    /** The other pool, which does not ask for it, shows that it is not simply what sockets are like here. */
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells the timers of sockets in files")
    @ParameterizedTest
    @EnumSource(Role.class)
    void connections_keepAliveWhereThePoolAsksForIt(Role role) throws IOException {
        try (OpenSession session = open(role)) {
            List<ResultStream<Integer>> taken = take(session, MAX_SIZE);
            Set<Integer> keptAlive =
                    KeepAliveTimers.localPortsTo(outside.queryOne(Integer.class, "SELECT inet_server_port()"));
            List<Integer> asking = ports(ALIAS + "/" + role);
            List<Integer> others = ports("analytics/write");
            giveBack(taken);
            assertEquals(MAX_SIZE, asking.size());
            assertTrue(keptAlive.containsAll(asking), () -> asking + " are not all of " + keptAlive);
            assertFalse(others.isEmpty());
            assertTrue(others.stream().noneMatch(keptAlive::contains), () -> others + " and " + keptAlive);
        }
    }

    private List<Integer> ports(String pool) {
        return outside.query(Integer.class, PORTS, "Duet " + pool);
    }

    /** The report stands in the server's log: which pool it is, and who took the connection. */
    @DisabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "wildfly|liberty",
            disabledReason = "it reports what a transaction holds only")
    @Test
    void connectionHeldTooLong_isReportedWithItsPoolAndPlace() throws InterruptedException {
        for (Role role : Role.values()) {
            try (ServerLogRecords records = new ServerLogRecords();
                    OpenSession session = open(role)) {
                List<ResultStream<Integer>> taken = take(session, 1);
                String report =
                        records.await(message -> message.contains("leak") && message.contains("duet-small-" + role));
                giveBack(taken);
                assertTrue(report.contains(PoolIT.class.getName() + ".connectionHeldTooLong"), report);
            }
        }
    }

    @DisabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "payara.*",
            disabledReason = "its own pool reports all connections")
    @Test
    void transactionHeldTooLong_isReportedWithItsPoolAndPlace() throws InterruptedException {
        try (ServerLogRecords records = new ServerLogRecords();
                OpenSession session = open(Role.WRITE)) {
            session.begin();
            session.query("SELECT 1");
            String report = records.await(
                    message -> message.startsWith("DUET-550 ") && message.contains("[alias=small, role=write]"));
            session.rollback();
            assertTrue(report.contains(PoolIT.class.getName() + ".transactionHeldTooLong"), report);
        }
    }
}
