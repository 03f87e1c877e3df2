package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.InvalidStatementException;
import org.duetdb.model.Obtained;
import org.duetdb.scenario.model.Guest;
import org.duetdb.scenario.model.Note;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entities of which there may be one already. */
@ExtendWith(ArquillianExtension.class)
class RepositoryInsertIT extends WithGuests {

    private static final String THEIR_INSERT = """
            INSERT INTO guest (id, email, name, visits, version, created_at, updated_at)
            VALUES (gen_random_uuid(), 'a@example.org', 'theirs', 0, 1, now(), now())""";

    /** Not of pg_stat_activity, which stays the same in a transaction. */
    private static final String WAITERS =
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'";

    private static final long PATIENCE = 20;

    @Inject
    @Database
    EntityManager entities;

    @Inject
    @Database
    AsyncDbSession later;

    @Deployment
    static Archive<?> application() {
        return application(RepositoryInsertIT.class);
    }

    @Test
    void getOrCreate_onlyTheFirstCreates() {
        session.transaction(() -> {
            Guest first = new Guest("a@example.org", "Ada");
            assertEquals(new Obtained<>(first, true), guests.getOrCreate(first, "email"));
            assertEquals(new Obtained<>(first, false), guests.getOrCreate(new Guest("a@example.org", "Bob"), "email"));
        });
        assertEquals("Ada", guests.list(10, 0).get(0).getName());
        assertEquals(1, guests.count());
    }

    @Test
    void getOrCreate_somebodyElseIsCreatingIt_isTheirsAndTheTransactionGoesOn() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CompletionStage<Void> theirs = later.transaction(other -> {
            other.execute(THEIR_INSERT);
            inserted.countDown();
            awaitOneWhoWaits(other);
            return null;
        });
        session.transaction(() -> {
            notes.create(new Note("before"));
            assertTrue(inserted.await(PATIENCE, TimeUnit.SECONDS));
            Guest mine = new Guest("a@example.org", "mine");
            Obtained<Guest> obtained = guests.getOrCreate(mine, "email");
            assertFalse(obtained.created());
            assertEquals("theirs", obtained.entity().getName());
            assertTrue(entities.contains(obtained.entity()));
            assertFalse(entities.contains(mine));
            obtained.entity().setName("ours");
        });
        theirs.toCompletableFuture().join();
        assertEquals("ours", guests.list(10, 0).get(0).getName());
        assertTrue(notes.exists("before"));
        assertEquals(1, guests.count());
    }

    private static void awaitOneWhoWaits(DbSession session) {
        long start = System.nanoTime();
        while (session.queryOne(Integer.class, WAITERS) == 0) {
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(PATIENCE), "nobody waits");
            Thread.onSpinWait();
        }
    }

    @Test
    void getOrCreate_oneIsMarkedAsDeleted_isRestoredIfTheConstraintCountsIt() {
        UUID first = created("a@example.org").getId();
        session.transaction(() -> guests.delete(first));
        UUID second = session.transaction(() -> guests.getOrCreate(new Guest("a@example.org", "Bob"), "email"))
                .entity()
                .getId();
        assertNotEquals(first, second);
        session.transaction(() -> guests.delete(second));
        outside(
                "DELETE FROM guest WHERE name = 'Ada'",
                "DROP INDEX guest_email",
                "ALTER TABLE guest ADD UNIQUE (email)");
        Obtained<Guest> restored =
                session.transaction(() -> guests.getOrCreate(new Guest("a@example.org", "Eve"), "email"));
        assertFalse(restored.created());
        assertEquals(second, restored.entity().getId());
        assertEquals("Bob", guests.get(second).getName());
    }

    @Test
    void upsert_new_isInserted() {
        Guest stored = session.transaction(() -> guests.upsert(new Guest("a@example.org", "Ada"), "email"));
        assertEquals("Ada", guests.get(stored.getId()).getName());
    }

    @Test
    void upsert_known_isOverwrittenButForWhatIsKept() {
        Guest before = created("a@example.org");
        Guest next = new Guest("a@example.org", "Augusta");
        next.setSettings(SETTINGS);
        session.transaction(() -> {
            assertEquals("Ada", guests.get(before.getId()).getName());
            Guest stored = guests.upsert(next, "email");
            assertEquals(before.getId(), stored.getId());
            assertEquals("Augusta", stored.getName());
            assertTrue(entities.contains(stored));
        });
        Guest after = guests.get(before.getId());
        assertEquals("Augusta", after.getName());
        assertEquals("Ada", after.getOrigin());
        assertEquals(SETTINGS, after.getSettings());
        assertEquals(before.getCreatedAt(), after.getCreatedAt());
        assertTrue(after.getUpdatedAt().isAfter(before.getUpdatedAt()));
        assertEquals(before.getVersion() + 1, after.getVersion());
        assertEquals(1, guests.count());
        session.transaction(() -> guests.update(before.getId(), Map.of("name", "again")));
    }

    @Test
    void upsert_withoutAKey_isRefused() {
        InvalidStatementException refusal = assertThrows(
                InvalidStatementException.class,
                () -> session.transaction(() -> guests.upsert(new Guest("a@example.org", "Ada"))));
        assertEquals("DUET-806", refusal.code());
    }
}
