package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.duetdb.AsyncDbSession;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.InvalidStatementException;
import org.duetdb.Isolation;
import org.duetdb.NoRowException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.TransactionOptions;
import org.duetdb.WrongThreadException;
import org.duetdb.fixture.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work on other threads of the server, in sessions and units of work of its own. */
@ExtendWith(ArquillianExtension.class)
class AsyncSessionIT {

    private static final String INSERT = "INSERT INTO scenario (key) VALUES ($1)";
    private static final String COUNT = "SELECT count(*)::int FROM scenario WHERE key = $1";

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database
    AsyncDbSession later;

    @Inject
    @Database(read = true)
    AsyncDbSession reader;

    @Inject
    @Database(alias = "analytics")
    AsyncDbSession analytics;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(AsyncSessionIT.class);
    }

    @BeforeEach
    void clear() {
        main.execute("DELETE FROM scenario");
    }

    @AfterEach
    void nothingStaysPrepared() {
        assertEquals(0, main.queryOne(Integer.class, "SELECT count(*)::int FROM pg_prepared_xacts"));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return await(stage.handle((result, thrown) -> thrown));
    }

    @Test
    void everyMethod_doesWhatThatOfASessionDoes() {
        assertEquals(1, await(later.execute(INSERT, "a")));
        assertEquals(2, await(later.executeMany(INSERT, List.of(List.of("b"), List.of("c")))));
        String all = "SELECT key FROM scenario ORDER BY key";
        assertEquals(
                List.of("a", "b", "c"),
                await(later.query(all)).stream().map(row -> row.asString("key")).toList());
        assertEquals(List.of("a", "b", "c"), await(later.query(String.class, all)));
        Row one = await(later.queryOne("SELECT key FROM scenario WHERE key = $1", "b"));
        assertEquals("b", one.asString("key"));
        assertEquals(1, await(later.queryOne(Integer.class, COUNT, "c")));
        assertTrue(await(later.queryOptional("SELECT key FROM scenario WHERE key = 'd'"))
                .isEmpty());
        assertEquals(
                "a",
                await(later.queryOptional(String.class, "SELECT key FROM scenario WHERE key = 'a'"))
                        .orElseThrow());
        assertEquals("analytics", await(analytics.queryOne(String.class, "SELECT current_database()")));
        assertEquals(
                "default write analytics write",
                later.alias() + " " + later.role() + " " + analytics.alias() + " " + analytics.role());
    }

    @Test
    void readRole_afterAWriteOfTheRequest_isThePrimaryReadOnly() {
        assertEquals(Role.READ, reader.role());
        assertFalse(await(reader.queryOne(Boolean.class, "SELECT pg_is_in_recovery()")));
        assertInstanceOf(ReadOnlyException.class, failure(reader.execute(INSERT, "a")));
        assertInstanceOf(IllegalTransactionStateException.class, failure(reader.transaction(session -> 1)));
    }

    @Test
    void transaction_commitsByItself() {
        long rows = await(later.transaction(session -> session.execute(INSERT, "a") + session.execute(INSERT, "b")));
        assertEquals(2, rows);
        assertEquals(1, main.queryOne(Integer.class, COUNT, "b"));
    }

    @Test
    void transaction_workThrows_rollsBackByItself() {
        Throwable thrown = failure(later.transaction(session -> {
            session.execute(INSERT, "a");
            throw new IOException("on purpose");
        }));
        assertInstanceOf(IOException.class, thrown);
        assertEquals(0, main.queryOne(Integer.class, COUNT, "a"));
    }

    @Test
    void transaction_options_areItsOwn() {
        TransactionOptions options =
                TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE).forReading();
        assertEquals(
                "serializable on",
                await(
                        later.transaction(
                                options,
                                session -> session.queryOne(
                                        String.class,
                                        "SELECT current_setting('transaction_isolation') || ' ' || current_setting('transaction_read_only')"))));
    }

    @Test
    void work_ofACallerInATransaction_standsOutsideOfIt() {
        main.transaction(() -> {
            main.execute(INSERT, "caller");
            assertEquals(0, await(later.queryOne(Integer.class, COUNT, "caller")));
            await(later.execute(INSERT, "later"));
            main.setRollbackOnly();
        });
        assertEquals(0, main.queryOne(Integer.class, COUNT, "caller"));
        assertEquals(1, main.queryOne(Integer.class, COUNT, "later"));
    }

    @Test
    void call_transactionThatIsLeftOpen_commitsAndOneThatThrowsDoesNot() {
        await(later.call(session -> {
            session.begin();
            return session.execute(INSERT, "a");
        }));
        assertInstanceOf(AssertionError.class, failure(later.call(session -> {
            session.begin();
            session.execute(INSERT, "b");
            throw new AssertionError("on purpose");
        })));
        assertEquals(1, main.queryOne(Integer.class, COUNT, "a"));
        assertEquals(0, main.queryOne(Integer.class, COUNT, "b"));
    }

    @Test
    void failure_arrivesUnwrapped() {
        await(later.execute(INSERT, "a"));
        assertInstanceOf(ConstraintViolationException.class, failure(later.execute(INSERT, "a")));
        assertInstanceOf(NoRowException.class, failure(later.queryOne("SELECT 1 AS one WHERE false")));
        assertInstanceOf(InvalidStatementException.class, failure(later.query("SELECT $1")));
        assertInstanceOf(InvalidStatementException.class, failure(later.query("COMMIT")));
    }

    @Test
    void work_hasASessionOfItsOwnThatEndsWithIt() {
        AtomicReference<DbSession> kept = new AtomicReference<>();
        String request = await(later.call(session -> {
            kept.set(session);
            return session.requestId();
        }));
        assertNotEquals(main.requestId(), request);
        assertThrows(WrongThreadException.class, () -> kept.get().query("SELECT 1 AS one"));
    }

    @Test
    void stream_ofWorkThatHasEnded_isOfNoUse() {
        Iterator<Integer> rows = await(later.call(session -> {
            Iterator<Integer> begun = session.stream(Integer.class, "SELECT n FROM generate_series(1, 9) AS n")
                    .fetchSize(1)
                    .iterator();
            begun.next();
            return begun;
        }));
        assertThrows(WrongThreadException.class, rows::hasNext);
    }

    /** A server may take the context of the request along to its threads, or not. */
    @Test
    void sessionOfTheRequest_onAnotherThread_isRefused() {
        RuntimeException refusal =
                await(later.call(session -> assertThrows(RuntimeException.class, () -> main.query("SELECT 1 AS one"))));
        assertTrue(
                refusal instanceof ContextNotActiveException || refusal instanceof WrongThreadException,
                refusal::toString);
    }
}
