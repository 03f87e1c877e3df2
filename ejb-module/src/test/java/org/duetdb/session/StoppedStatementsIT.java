package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duetdb.ConcurrencyException;
import org.duetdb.DbSession;
import org.duetdb.DeadlockException;
import org.duetdb.LockTimeoutException;
import org.duetdb.Role;
import org.duetdb.SerializationFailureException;
import org.duetdb.ServerVersion;
import org.duetdb.StatementCancelledException;
import org.duetdb.StatementTimeoutException;
import org.duetdb.TransactionTimeoutException;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownOutcomeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that the server stops: for time, on request, or because others are in the way. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StoppedStatementsIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    /** Who is in the way. */
    private Connection other;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void begin() throws SQLException {
        session("").execute("DELETE FROM kinds");
        session("").execute("INSERT INTO kinds (id, b) VALUES (1, 0)");
        other = sessions.databases().primary().connect("app");
        other.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        other.close();
        threads.shutdownNow();
    }

    private static DbSession session(String options) {
        return sessions.session("default", Role.WRITE, source -> source.setOptions(options));
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns when so many connections wait for a lock. */
    private static void awaitWaiting(int count) throws SQLException, InterruptedException {
        try (Connection connection = sessions.databases().primary().connect("app");
                Statement statement = connection.createStatement()) {
            while (waiting(statement) < count) {
                Thread.sleep(20);
            }
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        String query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    @Test
    void statementTimeout_isToldFromACancellation() {
        DbSession hurried = session("-c statement_timeout=50");
        Failure.of(StatementTimeoutException.class, "DUET-237", "57014", () -> hurried.query("SELECT pg_sleep(30)"));
        Failure.of(
                StatementCancelledException.class,
                "DUET-238",
                "57014",
                () -> session("").query("SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(30)"));
    }

    @Test
    void transactionTimeout_isTheServersOwn() {
        ServerVersion.assumeAtLeast(17);
        DbSession hurried = session("-c transaction_timeout=50");
        Failure.of(TransactionTimeoutException.class, "DUET-240", "25P04", () -> hurried.query("SELECT pg_sleep(30)"));
    }

    @Test
    void terminatedConnection_isUnavailable() {
        Failure.of(
                UnavailableException.class,
                "DUET-109",
                "57P01",
                () -> session("").query("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(30)"));
    }

    @Test
    void execute_connectionLostInTheMidstOfAWrite_isAnUnknownOutcome() {
        assertThatThrownBy(() -> session("")
                        .execute("WITH ended AS (SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(30))"
                                + " INSERT INTO kinds (id) SELECT 1 FROM ended"))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("DUET-221")
                .hasCauseInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT id FROM kinds FOR UPDATE", "SELECT id FROM kinds FOR UPDATE NOWAIT"})
    void lockThatOthersHold_isALockTimeout(String sql) {
        execute(other, "UPDATE kinds SET b = 1");
        DbSession hurried = session("-c lock_timeout=50");
        Failure.of(LockTimeoutException.class, "DUET-239", "55P03", () -> hurried.query(sql));
    }

    @Test
    void rowThatOthersChangedMeanwhile_isASerializationFailure() throws Exception {
        execute(other, "UPDATE kinds SET b = b + 1");
        Future<?> commit = threads.submit(() -> {
            awaitWaiting(1);
            other.commit();
            return null;
        });
        DbSession repeatable = session("-c default_transaction_isolation=serializable");
        ConcurrencyException failure = Failure.of(
                SerializationFailureException.class,
                "DUET-235",
                "40001",
                () -> repeatable.execute("UPDATE kinds SET b = b + 1"));
        commit.get(10, TimeUnit.SECONDS);
        assertThat(failure).hasMessageContaining("do the whole unit of work again");
    }

    /**
     * The session holds lock 1 and waits at lock 3 until the other, which holds lock 2, waits for lock 1; then the
     * session closes the circle, and is the one that looks for it.
     */
    @Test
    void waitingForEachOther_isADeadlock() throws Exception {
        try (Connection gate = sessions.databases().primary().connect("app")) {
            execute(gate, "SELECT pg_advisory_lock(3)");
            execute(other, "SET LOCAL deadlock_timeout = '1h'");
            execute(other, "SELECT pg_advisory_xact_lock(2)");
            Future<?> circle = threads.submit(() -> {
                awaitWaiting(1);
                Future<?> waiter =
                        CompletableFuture.runAsync(() -> execute(other, "SELECT pg_advisory_xact_lock(1)"), threads);
                awaitWaiting(2);
                execute(gate, "SELECT pg_advisory_unlock(3)");
                return waiter.get();
            });
            Failure.of(
                    DeadlockException.class,
                    "DUET-236",
                    "40P01",
                    () -> session("")
                            .execute("DO 'BEGIN PERFORM pg_advisory_xact_lock(1); PERFORM pg_advisory_xact_lock(3);"
                                    + " PERFORM pg_advisory_xact_lock(2); END'"));
            circle.get(10, TimeUnit.SECONDS);
        }
    }
}
