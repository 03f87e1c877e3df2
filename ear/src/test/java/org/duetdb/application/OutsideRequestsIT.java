package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.duetdb.AsyncDbSession;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DatabaseStatus;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.DuetException;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.OpenSession;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.SessionClosedException;
import org.duetdb.SessionWork;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.TransactionState;
import org.duetdb.UnavailableException;
import org.duetdb.UnknownAliasException;
import org.duetdb.WrongThreadException;
import org.duetdb.fixture.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** Sessions that belong to no request: opened for a block, or under a name. Closing comes last, for it is for good. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideRequestsIT {

    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";
    private static final String COUNT = "SELECT count(*)::int FROM scenario WHERE key = $1";

    private static final String PREPARED = "SELECT count(*)::int FROM pg_prepared_xacts";

    @Inject
    Databases databases;

    /** What others see, on other threads. */
    @Inject
    @Database
    AsyncDbSession main;

    @Inject
    @Database(alias = "analytics")
    AsyncDbSession analytics;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(OutsideRequestsIT.class);
    }

    @BeforeEach
    void clear() {
        if (databases.isConfigured("analytics")) {
            main.execute("DELETE FROM scenario").toCompletableFuture().join();
            analytics.execute("DELETE FROM scenario").toCompletableFuture().join();
        }
    }

    @AfterEach
    void nothingStaysPrepared() {
        if (databases.isConfigured("default")) {
            assertEquals(List.of(0), elsewhere(session -> session.query(Integer.class, PREPARED)));
        }
    }

    private <T> T elsewhere(SessionWork<T> work) {
        return main.call(work).toCompletableFuture().join();
    }

    /** Returns how often a key is committed in both databases. */
    private int committed(String key) {
        return main.queryOne(Integer.class, COUNT, key).toCompletableFuture().join()
                + analytics
                        .queryOne(Integer.class, COUNT, key)
                        .toCompletableFuture()
                        .join();
    }

    private static String code(Class<? extends DuetException> type, Executable call) {
        return assertThrows(type, call).code();
    }

    @Test
    void open_committed_isWritten() {
        try (OpenSession job = databases.open("default", Role.WRITE)) {
            job.begin();
            job.execute(INSERT, "k");
            assertEquals(TransactionState.IN_TRANSACTION, job.state());
            assertEquals(0, committed("k"));
            job.commit();
            assertEquals(TransactionState.COMMITTED, job.state());
        }
        assertEquals(1, committed("k"));
    }

    @Test
    void open_closedInATransaction_rollsBack() {
        OpenSession job = databases.open();
        job.begin();
        job.execute(INSERT, "k");
        job.close();
        assertEquals(0, committed("k"));
        assertEquals(TransactionState.CLOSED, job.state());
        assertEquals("DUET-209", code(SessionClosedException.class, () -> job.query("SELECT 1 AS one")));
        job.close();
    }

    @Test
    void open_leftByAnError_rollsBack() {
        assertThrows(AssertionError.class, () -> {
            try (OpenSession job = databases.open()) {
                job.begin();
                job.execute(INSERT, "k");
                throw new AssertionError("on purpose");
            }
        });
        assertEquals(0, committed("k"));
    }

    @Test
    void open_severalOnOneThread_areOneTransaction() {
        try (OpenSession job = databases.open();
                OpenSession figures = databases.open("analytics", Role.WRITE)) {
            job.begin();
            job.execute(INSERT, "k");
            figures.execute(INSERT, "k");
            assertThrows(IllegalTransactionStateException.class, figures::commit);
            job.commit();
        }
        assertEquals(2, committed("k"));
    }

    @Test
    void open_readRole_isTheStandbyAndReadsOnly() {
        try (OpenSession reader = databases.open("default", Role.READ)) {
            assertTrue(reader.queryOne(Boolean.class, "SELECT pg_is_in_recovery()"));
            assertThrows(ReadOnlyException.class, () -> reader.execute(INSERT, "k"));
            assertEquals("DUET-301", code(IllegalTransactionStateException.class, reader::begin));
        }
    }

    @Test
    void open_otherThread_isRefused() {
        try (OpenSession job = databases.open()) {
            WrongThreadException refusal =
                    elsewhere(other -> assertThrows(WrongThreadException.class, () -> job.query("SELECT 1 AS one")));
            assertEquals("DUET-215", refusal.code());
            assertEquals(1, job.queryOne(Integer.class, "SELECT 1"));
        }
    }

    @Test
    void requestIds_areTheNameOrUnique() {
        try (OpenSession one = databases.open();
                OpenSession another = databases.open()) {
            assertNotEquals(one.requestId(), another.requestId());
        }
        assertEquals(
                "job-id", databases.session("job-id", "default", Role.WRITE).requestId());
        databases.finish("job-id");
    }

    @Test
    void named_sameName_isTheSameSessionUntilItIsFinished() {
        DbSession job = databases.session("job", "default", Role.WRITE);
        assertSame(job, databases.session("job", "default", Role.WRITE));
        assertNotSame(job, databases.session("other job", "default", Role.WRITE));
        databases.finish("job");
        databases.finish("other job");
        databases.finish("no job");
        assertEquals(TransactionState.CLOSED, job.state());
        assertNotSame(job, databases.session("job", "default", Role.WRITE));
        databases.finish("job");
    }

    private DbSession begunJob() {
        DbSession job = databases.session("job", "default", Role.WRITE);
        job.begin();
        job.execute(INSERT, "k");
        databases.session("job", "analytics", Role.WRITE).execute(INSERT, "k");
        assertEquals(0, committed("k"));
        return job;
    }

    @Test
    void finish_commitsAllAliasesOrNone() {
        begunJob();
        databases.finish("job");
        assertEquals(2, committed("k"));
    }

    @Test
    void finish_statementFailed_rollsBackAllAndSaysSo() {
        DbSession job = begunJob();
        assertThrows(ConstraintViolationException.class, () -> job.execute(INSERT, "k"));
        assertEquals("DUET-311", code(TransactionRolledBackException.class, () -> databases.finish("job")));
        assertEquals(0, committed("k"));
        assertEquals(TransactionState.CLOSED, job.state());
    }

    @Test
    void finish_autoCommitOff_rollsBack() {
        begunJob().setAutoCommit(false);
        databases.finish("job");
        assertEquals(0, committed("k"));
    }

    @Test
    void finish_ofTheAliasThatBegan_endsTheTransactionAndKeepsTheOtherSession() {
        begunJob();
        DbSession figures = databases.session("job", "analytics", Role.WRITE);
        databases.finish("job", "default");
        assertEquals(2, committed("k"));
        figures.begin();
        figures.execute(INSERT, "again");
        databases.finish("job", "analytics");
        assertEquals(1, committed("again"));
        assertEquals(TransactionState.CLOSED, figures.state());
    }

    @Test
    void finish_ofAnAliasThatOnlyTakesPart_isRefused() {
        begunJob();
        assertEquals(
                "DUET-307", code(IllegalTransactionStateException.class, () -> databases.finish("job", "analytics")));
        databases.finish("job");
        assertEquals(2, committed("k"));
    }

    @Test
    void named_otherThreadInATransaction_isRefusedUntilItHasEnded() {
        DbSession job = begunJob();
        WrongThreadException use =
                elsewhere(other -> assertThrows(WrongThreadException.class, () -> job.execute(INSERT, "elsewhere")));
        WrongThreadException end =
                elsewhere(other -> assertThrows(WrongThreadException.class, () -> databases.finish("job")));
        assertEquals(List.of("DUET-317", "DUET-317"), List.of(use.code(), end.code()));
        job.commit();
        assertEquals(List.of(1), elsewhere(other -> job.query(Integer.class, COUNT, "k")));
        elsewhere(other -> {
            databases.finish("job");
            return null;
        });
    }

    @Test
    void unknownAlias_isToldWithThoseThatExist() {
        UnknownAliasException refusal =
                assertThrows(UnknownAliasException.class, () -> databases.open("analytic", Role.READ));
        assertEquals("DUET-112", refusal.code());
        assertTrue(refusal.getMessage().contains("analytics"), refusal.getMessage());
        assertThrows(UnknownAliasException.class, () -> databases.session("job", "nowhere", Role.WRITE));
        assertThrows(UnknownAliasException.class, () -> databases.status("nowhere"));
        assertThrows(UnknownAliasException.class, () -> databases.close("nowhere"));
    }

    @Test
    void isHealthy_everyDatabaseAnswers() {
        assertTrue(databases.isHealthy());
        assertEquals(
                List.of(Role.WRITE, Role.READ),
                databases.status("analytics").stream().map(DatabaseStatus::role).toList());
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void closeOfAnAlias_runningWorkEndsAndNewWorkIsRefused() {
        DbSession job = begunJob();
        databases.close("analytics");
        databases.session("job", "analytics", Role.WRITE).execute(INSERT, "last");
        databases.finish("job");
        assertEquals(TransactionState.CLOSED, job.state());
        assertEquals(
                1,
                main.queryOne(Integer.class, COUNT, "k").toCompletableFuture().join());

        try (OpenSession late = databases.open("analytics", Role.WRITE)) {
            UnavailableException refusal = assertThrows(UnavailableException.class, () -> late.execute(INSERT, "late"));
            assertEquals("DUET-110", refusal.code());
            assertTrue(refusal.getMessage().contains("alias=analytics, role=write"), refusal.getMessage());
        }
        assertFalse(databases.isConfigured("analytics"));
        assertTrue(databases.isConfigured("default"));
        assertFalse(databases.isHealthy());
        assertTrue(databases.status("analytics").get(0).problem().startsWith("DUET-110"));
        databases.close("analytics");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void close_refusesEveryAlias() {
        databases.close();
        for (String alias : databases.aliases()) {
            for (Role role : Role.values()) {
                try (OpenSession late = databases.open(alias, role)) {
                    assertEquals("DUET-110", code(UnavailableException.class, () -> late.query("SELECT 1 AS one")));
                }
            }
        }
        CompletionException late = assertThrows(
                CompletionException.class,
                () -> main.query("SELECT 1 AS one").toCompletableFuture().join());
        assertEquals("DUET-110", ((DuetException) late.getCause()).code());
    }
}
