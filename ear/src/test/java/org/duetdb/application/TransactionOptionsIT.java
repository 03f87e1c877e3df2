package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.duetdb.AsyncDbSession;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Isolation;
import org.duetdb.OpenSession;
import org.duetdb.ReadOnlyException;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.fixture.Deployments;
import org.duetdb.scenario.Leftovers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a transaction is told to run, and what becomes of it when others get in its way. */
@ExtendWith(ArquillianExtension.class)
class TransactionOptionsIT {

    private static final TransactionOptions THRICE = TransactionOptions.DEFAULT.attempts(3);
    private static final TransactionOptions SERIALIZABLE = THRICE.isolation(Isolation.SERIALIZABLE);
    private static final int CROWD = 100;
    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";
    private static final String TOUCH = "UPDATE scenario SET key = key WHERE key = $1";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database
    AsyncDbSession other;

    @Inject
    Databases databases;

    /** How often the work of a test has run. */
    private final AtomicInteger attempts = new AtomicInteger();

    @Deployment
    static Archive<?> application() {
        return Deployments.application(TransactionOptionsIT.class);
    }

    @BeforeEach
    void rows() {
        main.execute("DELETE FROM scenario");
        analytics.execute("DELETE FROM scenario");
        main.execute("INSERT INTO scenario (key) VALUES ('a'), ('b')");
    }

    @AfterEach
    void nothingStaysPreparedOrInUse() throws Exception {
        assertEquals(0, Leftovers.inUse(databases));
        assertEquals(0, main.queryOne(Integer.class, "SELECT count(*)::int FROM pg_prepared_xacts"));
    }

    private static String setting(DbSession session, String name) {
        return session.queryOne(String.class, "SELECT current_setting($1)", name);
    }

    private long count(String key) {
        return main.queryOne(Long.class, "SELECT count(*) FROM scenario WHERE key = $1", key);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void isolation_isThatOfEveryDatabaseThatTakesPart() {
        for (Isolation level : Isolation.values()) {
            main.transaction(TransactionOptions.DEFAULT.isolation(level), () -> {
                String expected = level.toString().toLowerCase(Locale.ROOT);
                assertEquals(expected, setting(main, "transaction_isolation"));
                assertEquals(expected, setting(analytics, "transaction_isolation"));
            });
        }
        assertEquals("read committed", setting(main, "transaction_isolation"));
    }

    @Test
    void isolation_ofBegin_isSetToo() {
        try (OpenSession job = databases.open()) {
            job.begin(TransactionOptions.DEFAULT.isolation(Isolation.REPEATABLE_READ));
            assertEquals("repeatable read", setting(job, "transaction_isolation"));
            job.rollback();
            job.begin();
            assertEquals("read committed", setting(job, "transaction_isolation"));
        }
    }

    @Test
    void forReading_writeIsRefusedByTheServer() {
        TransactionOptions reading = TransactionOptions.DEFAULT.forReading();
        assertEquals("on", main.transaction(reading, () -> setting(analytics, "transaction_read_only")));
        ReadOnlyException refusal =
                assertThrows(ReadOnlyException.class, () -> main.transaction(reading, () -> main.execute(INSERT, "c")));
        assertEquals("25006", refusal.sqlState());
        assertEquals(1, main.transaction(() -> main.execute(INSERT, "c")));
    }

    @Test
    void conflictInAStatement_wholeWorkIsRunAgain() {
        String result = main.transaction(THRICE.isolation(Isolation.REPEATABLE_READ), () -> {
            boolean first = attempts.incrementAndGet() == 1;
            main.execute(INSERT, "attempt-" + attempts);
            analytics.execute(INSERT, "attempt-" + attempts);
            if (first) {
                await(other.execute(TOUCH, "a"));
            }
            main.execute(TOUCH, "a");
            return "done";
        });
        assertEquals("done", result);
        assertEquals(2, attempts.get());
        assertEquals(0, count("attempt-1"));
        assertEquals(1, count("attempt-2"));
        assertEquals("attempt-2", analytics.queryOne(String.class, "SELECT key FROM scenario"));
    }

    /** Reads what the caller has written, writes what it has read, and commits: the caller's commit has lost then. */
    private void skew() {
        await(other.transaction(SERIALIZABLE, session -> {
            session.query("SELECT key FROM scenario");
            return session.execute(INSERT, "other");
        }));
    }

    private void readAndInsert(boolean skewed) {
        main.query("SELECT key FROM scenario");
        main.execute(INSERT, "attempt-" + attempts);
        if (skewed) {
            skew();
        }
    }

    /** More often than the pool has connections: none comes back in a state that the next attempt suffers from. */
    @Test
    void conflictAtTheCommit_wholeWorkIsRunAgain() {
        for (int i = 0; i < 20; i++) {
            rows();
            attempts.set(0);
            main.transaction(SERIALIZABLE, () -> readAndInsert(attempts.incrementAndGet() == 1));
            assertEquals(2, attempts.get());
            assertEquals(0, count("attempt-1"));
            assertEquals(1, count("attempt-2"));
        }
    }

    @Test
    void conflictAtThePrepare_wholeWorkIsRunAgainInBothDatabases() {
        for (int i = 0; i < 20; i++) {
            rows();
            attempts.set(0);
            main.transaction(SERIALIZABLE, () -> {
                boolean first = attempts.incrementAndGet() == 1;
                analytics.execute(INSERT, "attempt-" + attempts);
                readAndInsert(first);
            });
            assertEquals(2, attempts.get());
            assertEquals(1, count("attempt-2"));
            assertEquals("attempt-2", analytics.queryOne(String.class, "SELECT key FROM scenario"));
        }
    }

    @Test
    void conflictAtTheCommit_withoutFurtherAttempt_isTypedAndLeavesThePoolUsable() {
        TransactionOptions once = SERIALIZABLE.attempts(1);
        for (int i = 0; i < 20; i++) {
            rows();
            TransactionRolledBackException lost = assertThrows(
                    TransactionRolledBackException.class, () -> main.transaction(once, () -> readAndInsert(true)));
            assertEquals("40001", ((DatabaseException) lost.getCause()).sqlState());
        }
        assertEquals(1, main.transaction(() -> main.execute(INSERT, "after")));
    }

    /** Whichever of the two the server chooses as the victim is run again, and both succeed. */
    @Test
    void deadlock_victimIsRunAgain() {
        CompletableFuture<Integer> locked = new CompletableFuture<>();
        AtomicInteger othersAttempts = new AtomicInteger();
        CompletableFuture<Long> others = new CompletableFuture<>();
        long touched = main.transaction(THRICE, () -> {
            long a = main.execute(TOUCH, "a");
            if (attempts.incrementAndGet() == 1) {
                int victim = main.queryOne(Integer.class, "SELECT pg_backend_pid()");
                other.transaction(THRICE, session -> {
                            long b = session.execute(TOUCH, "b");
                            if (othersAttempts.incrementAndGet() == 1) {
                                locked.complete(victim);
                                awaitBlocked(session, victim);
                            }
                            return b + session.execute(TOUCH, "a");
                        })
                        .whenComplete((rows, failure) -> {
                            if (failure == null) {
                                others.complete(rows);
                            } else {
                                others.completeExceptionally(failure);
                            }
                        });
                locked.join();
            }
            return a + main.execute(TOUCH, "b");
        });
        assertEquals(2, touched);
        assertEquals(2, others.join());
        assertEquals(3, attempts.get() + othersAttempts.get());
    }

    private static void awaitBlocked(DbSession session, int backend) throws InterruptedException {
        while (!session.queryOne(Boolean.class, "SELECT cardinality(pg_blocking_pids($1)) > 0", backend)) {
            Thread.sleep(5);
        }
    }

    private void raise(String sqlState) {
        attempts.incrementAndGet();
        main.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '" + sqlState + "'; END $$");
    }

    @Test
    void conflictsWithoutEnd_attemptsAreBounded() {
        DatabaseException last =
                assertThrows(DatabaseException.class, () -> main.transaction(THRICE, () -> raise("40001")));
        assertEquals("40001", last.sqlState());
        assertEquals(3, attempts.get());
        assertFalse(main.isInTransaction());
    }

    @Test
    void conflict_withoutOptions_isNotTriedAgain() {
        assertThrows(DatabaseException.class, () -> main.transaction(() -> raise("40P01")));
        assertEquals(1, attempts.get());
    }

    @Test
    void conflictThatTheWorkCaught_isTriedAgain() {
        main.transaction(THRICE, () -> {
            if (attempts.get() == 0) {
                assertThrows(DatabaseException.class, () -> raise("40001"));
            }
        });
        assertEquals(1, attempts.get());
    }

    @Test
    void otherFailures_areNotTriedAgain() {
        assertThrows(
                ConstraintViolationException.class,
                () -> main.transaction(THRICE, () -> {
                    attempts.incrementAndGet();
                    main.execute(INSERT, "a");
                }));
        assertThrows(DatabaseException.class, () -> main.transaction(THRICE, () -> raise("57014")));
        assertThrows(
                IllegalStateException.class,
                () -> main.transaction(THRICE, () -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(3, attempts.get());
    }

    @Test
    void options_insideAnotherTransaction_areRefused() {
        main.transaction(() -> {
            IllegalTransactionStateException refusal = assertThrows(
                    IllegalTransactionStateException.class,
                    () -> analytics.transaction(THRICE, attempts::incrementAndGet));
            assertEquals("DUET-316", refusal.code());
            main.transaction(TransactionOptions.DEFAULT, () -> main.execute(INSERT, "inner"));
        });
        assertEquals(0, attempts.get());
        assertEquals(1, count("inner"));
    }

    @Test
    void begin_withAttempts_isRefused() {
        try (OpenSession job = databases.open()) {
            IllegalTransactionStateException refusal =
                    assertThrows(IllegalTransactionStateException.class, () -> job.begin(THRICE));
            assertEquals("DUET-316", refusal.code());
            assertFalse(job.isInTransaction());
        }
    }

    /** Some of them lose at the commit itself, of which the server's words do not come through. */
    @Test
    void serializableTransactions_manyAtOnce_allSucceed() {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            String key = "crowd-" + i;
            all.add(other.transaction(SERIALIZABLE.attempts(1_000), session -> {
                        session.query("SELECT key FROM scenario");
                        return session.execute(INSERT, key);
                    })
                    .toCompletableFuture());
        }
        all.forEach(one -> assertEquals(1, one.join()));
        assertEquals(
                CROWD, main.queryOne(Integer.class, "SELECT count(*)::int FROM scenario WHERE key LIKE 'crowd-%'"));
    }
}
