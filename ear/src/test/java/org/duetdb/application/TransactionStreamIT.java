package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.DatabaseException;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.OpenSession;
import org.duetdb.ResultStream;
import org.duetdb.SessionClosedException;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.fixture.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** Results that are read while they are used, inside a transaction, and beside one. */
@ExtendWith(ArquillianExtension.class)
class TransactionStreamIT {

    /** Each row leaves a trace when the server makes it. */
    private static final String TRACED = "SELECT nextval('scenario_rows')::int FROM generate_series(1, 1000000)";

    private static final String NUMBERS = "SELECT n FROM generate_series(1, 1000) AS n";
    private static final String CURSORS = "SELECT count(*)::int FROM pg_cursors WHERE name <> ''";

    @Inject
    Databases databases;

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    @Database(read = true)
    DbSession replica;

    @Inject
    @Database(alias = "analytics", read = true)
    DbSession analyticsReader;

    @Inject
    @Database
    AsyncDbSession other;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(TransactionStreamIT.class);
    }

    @BeforeEach
    void restart() {
        main.queryOne("SELECT setval('scenario_rows', 1, false)");
    }

    @AfterEach
    void everyConnectionHasBeenGivenBack() {
        assertFalse(main.isInTransaction());
        assertEquals(
                0,
                main.queryOne(
                        Integer.class,
                        "SELECT count(*)::int FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"));
    }

    /** Returns how many rows the server has made. */
    private int made() {
        return other.queryOne(Integer.class, "SELECT last_value::int FROM scenario_rows")
                .toCompletableFuture()
                .join();
    }

    @Test
    void stream_inATransaction_fetchesNoMoreThanItsSize() {
        main.transaction(() -> {
            try (ResultStream<Integer> rows = main.stream(Integer.class, TRACED).fetchSize(7)) {
                Iterator<Integer> each = rows.iterator();
                assertEquals(1, each.next());
                assertEquals(7, made());
                for (int i = 2; i <= 8; i++) {
                    assertEquals(i, each.next());
                }
                assertEquals(14, made());
            }
        });
    }

    @Test
    void stream_inATransaction_isReadOnItsConnectionBesideOtherStatements() {
        main.transaction(() -> {
            int backend = main.queryOne(Integer.class, "SELECT pg_backend_pid()");
            int sum = 0;
            try (ResultStream<Integer> rows = main.stream(
                            Integer.class,
                            "SELECT n + 0 * (pg_backend_pid() - $1) FROM generate_series(1, 20) AS n",
                            backend)
                    .fetchSize(3)) {
                for (int n : rows) {
                    sum += main.queryOne(Integer.class, "SELECT $1::int", n);
                }
            }
            assertEquals(210, sum);
        });
    }

    @Test
    void stream_transactionCommitted_isCutAndNotTakenForComplete() {
        try (OpenSession job = databases.open()) {
            job.begin();
            Iterator<Integer> rows =
                    job.stream(Integer.class, NUMBERS).fetchSize(10).iterator();
            rows.next();
            job.commit();
            SessionClosedException cut = assertThrows(SessionClosedException.class, rows::hasNext);
            assertEquals("DUET-218", cut.code());
            assertEquals(0, job.queryOne(Integer.class, CURSORS));
        }
    }

    @Test
    void stream_transactionRolledBack_isCut() {
        try (OpenSession job = databases.open()) {
            job.begin();
            Iterator<Integer> rows =
                    job.stream(Integer.class, NUMBERS).fetchSize(10).iterator();
            rows.next();
            job.rollback();
            assertThrows(SessionClosedException.class, rows::hasNext);
        }
    }

    @Test
    void stream_savepointsWithinAndAround_goesOnUnlessItsOwnIsUndone() {
        main.transaction(() -> {
            Iterator<Integer> rows =
                    main.stream(Integer.class, NUMBERS).fetchSize(1).iterator();
            assertEquals(1, rows.next());
            main.transaction(() -> {
                assertEquals(2, rows.next());
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> main.transaction(() -> {
                        assertEquals(3, rows.next());
                        throw new IllegalStateException("on purpose");
                    }));
            assertEquals(4, rows.next());
            Iterator<Integer> inner = main.transaction(() -> {
                Iterator<Integer> begun =
                        main.stream(Integer.class, NUMBERS).fetchSize(1).iterator();
                begun.next();
                return begun;
            });
            assertEquals(2, inner.next());
        });
    }

    @Test
    void stream_ofASavepointThatIsUndone_failsAndTheTransactionWithIt() {
        List<Iterator<Integer>> undone = new ArrayList<>();
        assertThrows(
                TransactionRolledBackException.class,
                () -> main.transaction(() -> {
                    assertThrows(
                            IllegalStateException.class,
                            () -> main.transaction(() -> {
                                undone.add(main.stream(Integer.class, NUMBERS)
                                        .fetchSize(1)
                                        .iterator());
                                undone.get(0).next();
                                throw new IllegalStateException("on purpose");
                            }));
                    assertThrows(DatabaseException.class, () -> undone.get(0).next());
                }));
    }

    @Test
    void stream_failsInATransaction_transactionRollsBack() {
        try (OpenSession job = databases.open()) {
            job.begin();
            Iterator<Integer> rows = job.stream(Integer.class, "SELECT 1 / (5 - n) FROM generate_series(1, 9) AS n")
                    .fetchSize(2)
                    .iterator();
            rows.next();
            assertThrows(DatabaseException.class, () -> rows.forEachRemaining(row -> {}));
            assertEquals(
                    "DUET-305",
                    assertThrows(TransactionRolledBackException.class, () -> job.query("SELECT 1 AS one"))
                            .code());
            job.rollback();
        }
    }

    private static void assertRefused(Executable begin) {
        assertEquals(
                "DUET-315",
                assertThrows(IllegalTransactionStateException.class, begin).code());
    }

    @Test
    void begin_whileAStreamIsOpenOutside_isRefusedForEveryAlias() {
        try (OpenSession job = databases.open()) {
            try (ResultStream<Integer> rows = job.stream(Integer.class, NUMBERS)) {
                rows.iterator().next();
                assertRefused(job::begin);
                assertRefused(() -> job.transaction(() -> {}));
                assertRefused(() ->
                        job.executeMany("INSERT INTO scenario (key) VALUES ($1)", List.of(List.of("k"), List.of("l"))));
                assertEquals(1, job.queryOne(Integer.class, "SELECT 1"));
            }
            job.begin();
        }
        try (ResultStream<Integer> rows = main.stream(Integer.class, NUMBERS)) {
            rows.iterator().next();
            assertRefused(() -> analytics.transaction(() -> {}));
        }
    }

    @Test
    void stream_ofTheReadRole_goesOnBesideATransaction() {
        try (ResultStream<Integer> rows =
                analyticsReader.stream(Integer.class, NUMBERS).fetchSize(10)) {
            Iterator<Integer> each = rows.iterator();
            assertEquals(1, each.next());
            main.transaction(() -> {
                assertTrue(each.hasNext());
                return main.queryOne(Integer.class, "SELECT 1");
            });
            each.forEachRemaining(row -> {});
        }
    }

    /** It is on the primary then, by a connection that the transaction would draw in. */
    @Test
    void stream_ofTheReadRoleAfterAWrite_letsNoTransactionBegin() {
        main.execute("DELETE FROM scenario");
        try (ResultStream<Integer> rows = replica.stream(Integer.class, NUMBERS).fetchSize(10)) {
            Iterator<Integer> each = rows.iterator();
            assertEquals(1, each.next());
            assertRefused(() -> main.transaction(() -> {}));
            each.forEachRemaining(row -> {});
        }
        main.transaction(() -> {});
    }

    /** More often than the pool has connections. */
    @Test
    void stream_outsideATransaction_leavesItsConnectionFitForTransactions() {
        for (int i = 0; i < 40; i++) {
            try (ResultStream<Integer> rows =
                    main.stream(Integer.class, NUMBERS).fetchSize(10)) {
                rows.iterator().next();
            }
            assertEquals("off", main.transaction(() -> main.queryOne(String.class, "SHOW transaction_read_only")));
        }
    }
}
