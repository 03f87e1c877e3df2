package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.InvalidAttributeException;
import org.duetdb.InvalidStatementException;
import org.duetdb.NoRowException;
import org.duetdb.OpenSession;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.UnavailableException;
import org.duetdb.UniqueViolationException;
import org.duetdb.fixture.Deployments;
import org.duetdb.model.Obtained;
import org.duetdb.model.Repository;
import org.duetdb.scenario.model.Guest;
import org.duetdb.scenario.model.Guest.Mood;
import org.duetdb.scenario.model.Guests;
import org.duetdb.scenario.model.Note;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models and their repositories. */
@ExtendWith(ArquillianExtension.class)
class RepositoryIT {

    private static final JsonObject SETTINGS = Json.createReader(
                    new StringReader("{\"digits\": 1234567890123456789.123, \"list\": [null, \"ä\"]}"))
            .readObject();

    private static final String THEIR_INSERT = """
            INSERT INTO guest (id, email, name, visits, version, created_at, updated_at)
            VALUES (gen_random_uuid(), 'a@example.org', 'theirs', 0, 1, now(), now())""";

    /** Not of pg_stat_activity, which stays the same in a transaction. */
    private static final String WAITERS =
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'";

    private static final long PATIENCE = 20;

    @Inject
    @Database
    Repository<Guest, UUID> guests;

    @Inject
    @Database(read = true)
    Repository<Guest, UUID> reader;

    @Inject
    @Database
    Repository<Note, String> notes;

    @Inject
    @Database(alias = "analytics")
    Repository<Guest, UUID> strangers;

    @Inject
    Guests named;

    @Inject
    @Database
    EntityManager entities;

    @Inject
    @Database
    DbSession session;

    @Inject
    @Database
    AsyncDbSession later;

    @Inject
    Databases databases;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> web.addClasses(RepositoryIT.class)
                .addPackage(Note.class.getPackage())
                .addAsResource("model/persistence.xml", "META-INF/persistence.xml"));
    }

    /** Not by the request: its reads would go to the primary from then on. */
    @BeforeEach
    void makeTable() {
        outside("DROP TABLE IF EXISTS guest", "DROP TYPE IF EXISTS mood", "DELETE FROM scenario");
        databases.createTables("default");
        outside(
                "CREATE TYPE mood AS ENUM ('HAPPY', 'SAD')",
                "ALTER TABLE guest ALTER mood TYPE mood USING mood::mood",
                "CREATE UNIQUE INDEX guest_email ON guest (email) WHERE deleted_at IS NULL");
    }

    private void outside(String... statements) {
        try (OpenSession outside = databases.open("default", Role.WRITE)) {
            outside.transaction(() -> Arrays.asList(statements).forEach(sql -> outside.execute(sql)));
        }
    }

    @AfterEach
    void nothingIsLeft() {
        assertEquals(
                0,
                databases.status().stream()
                        .mapToInt(status -> status.pool().inUse())
                        .sum());
    }

    private Guest created(String email) {
        return session.transaction(() -> guests.create(new Guest(email, "Ada")));
    }

    private static String code(InvalidAttributeException refusal) {
        return refusal.code() + " " + refusal.attribute();
    }

    @Test
    void createTables_ofAModel_haveTheTypesOfPostgreSql() {
        Map<String, String> types = new TreeMap<>();
        session.query("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'guest'")
                .forEach(row -> types.put(row.get("column_name", String.class), row.get("data_type", String.class)));
        assertEquals("uuid", types.get("id"));
        assertEquals("timestamp with time zone", types.get("created_at"));
        assertEquals("timestamp with time zone", types.get("updated_at"));
        assertEquals("timestamp with time zone", types.get("deleted_at"));
        assertEquals("jsonb", types.get("settings"));
    }

    @Test
    void create_everyAttribute_isReadAsItWas() {
        Guest guest = new Guest("a@example.org", "Ada");
        guest.setBalance(new BigDecimal("12.30"));
        guest.setBorn(LocalDate.of(1815, 12, 10));
        guest.setMood(Mood.HAPPY);
        guest.setSettings(SETTINGS);
        session.transaction(() -> assertSame(guest, guests.create(guest)));
        Guest read = guests.get(guest.getId());
        assertEquals(new BigDecimal("12.30"), read.getBalance());
        assertEquals(LocalDate.of(1815, 12, 10), read.getBorn());
        assertEquals(Mood.HAPPY, read.getMood());
        assertEquals(SETTINGS, read.getSettings());
        assertEquals(guest.getCreatedAt(), read.getCreatedAt());
        assertEquals(guest.getCreatedAt(), read.getUpdatedAt());
        assertEquals(
                guest.getCreatedAt(),
                session.queryOne(Instant.class, "SELECT created_at FROM guest WHERE id = $1", guest.getId()));
    }

    @Test
    void create_withoutValues_isReadAsNull() {
        Guest read = guests.get(created("a@example.org").getId());
        assertNull(read.getSettings());
        assertNull(read.getMood());
        assertNull(read.getBorn());
        assertNull(read.getDeletedAt());
    }

    @Test
    void write_withoutATransaction_isOneOfItsOwn() {
        UUID id = guests.create(new Guest("a@example.org", "Ada")).getId();
        assertEquals("Bob", guests.update(id, Map.of("name", "Bob")).getName());
        assertFalse(
                guests.getOrCreate(new Guest("a@example.org", "Eve"), "email").created());
        assertEquals(
                "Eve", guests.upsert(new Guest("a@example.org", "Eve"), "email").getName());
        guests.delete(id);
        assertEquals("Eve", guests.restore(id).getName());
        assertThrows(UniqueViolationException.class, () -> guests.create(new Guest("a@example.org", "Bob")));
        assertFalse(session.isInTransaction());
        assertThrows(ReadOnlyException.class, () -> reader.create(new Guest("b@example.org", "Bob")));
        assertEquals(1, guests.count());
    }

    @Test
    void create_whatViolatesAConstraint_throwsTheExceptionOfSessions() {
        created("a@example.org");
        UniqueViolationException violation =
                assertThrows(UniqueViolationException.class, () -> created("a@example.org"));
        assertEquals("guest_email", violation.constraint());
        assertEquals(1, guests.count());
    }

    @Test
    void createAll_oneOfThemViolates_nothingIsThere() {
        List<Guest> twice = List.of(new Guest("a@example.org", "Ada"), new Guest("a@example.org", "Bob"));
        assertThrows(UniqueViolationException.class, () -> session.transaction(() -> guests.createAll(twice)));
        assertEquals(0, guests.count());
        session.transaction(() -> guests.createAll(List.of(new Guest("a", "Ada"), new Guest("b", "Bob"))));
        assertEquals(2, guests.count());
    }

    @Test
    void find_none_isEmptyAndGetThrows() {
        UUID id = UUID.randomUUID();
        assertTrue(guests.find(id).isEmpty());
        assertFalse(guests.exists(id));
        NoRowException none = assertThrows(NoRowException.class, () -> guests.get(id));
        assertEquals("DUET-810 there is no such Guest [alias=default, role=write]", none.getMessage());
    }

    @Test
    void find_databaseThatIsLost_isAnErrorAndNotEmpty() {
        UUID id = created("a@example.org").getId();
        assertThrows(
                UnavailableException.class,
                () -> session.transaction(() -> {
                    int backend = session.queryOne(Integer.class, "SELECT pg_backend_pid()");
                    try (OpenSession outside = databases.open("default", Role.WRITE)) {
                        outside.query("SELECT pg_terminate_backend($1, 5000)", backend);
                    }
                    return guests.find(id);
                }));
    }

    @Test
    void list_isInAStableOrderWithLimitAndOffset() {
        List<UUID> ids = new ArrayList<>();
        for (String name : List.of("c", "a", "b", "a")) {
            ids.add(session.transaction(() -> guests.create(new Guest(ids.size() + "@example.org", name)))
                    .getId());
        }
        assertEquals(ids, ids(guests.list(10, 0)));
        assertEquals(ids.subList(1, 3), ids(guests.list(2, 1)));
        assertEquals(List.of(), guests.list(0, 0));
        assertEquals(List.of(), guests.list(10, 4));
        List<UUID> sameName = new ArrayList<>(List.of(ids.get(1), ids.get(3)));
        sameName.sort(Comparator.comparing(UUID::toString));
        assertEquals(sameName, ids(guests.list(2, 0, "name")));
        assertEquals(ids.get(0), guests.list(1, 0, "name desc", "email").get(0).getId());
        assertEquals(ids.get(3), guests.list(1, 0, "createdAt DESC").get(0).getId());
        assertEquals(
                "DUET-803 nothing",
                code(assertThrows(InvalidAttributeException.class, () -> guests.list(1, 0, "nothing"))));
        assertThrows(InvalidStatementException.class, () -> guests.list(-1, 0));
    }

    private static List<UUID> ids(List<Guest> all) {
        return all.stream().map(Guest::getId).toList();
    }

    @Test
    void list_byValues_countsAndExistsAlike() {
        Guest host = created("host@example.org");
        session.transaction(() -> {
            Guest guest = new Guest("guest@example.org", "Bob");
            guest.setHost(guests.get(host.getId()));
            guest.setBorn(LocalDate.of(2000, 1, 2));
            guest.setMood(Mood.SAD);
            guests.create(guest);
        });
        assertEquals(1, guests.list(Map.of("name", "Bob"), 10, 0).size());
        assertEquals(2, guests.count(Map.of("name", List.of("Bob", "Ada", "Eve"))));
        assertEquals(0, guests.count(Map.of("name", List.of())));
        assertEquals(1, guests.count(Map.of("born", "2000-01-02", "visits", new BigDecimal("0"))));
        assertEquals(1, guests.count(Map.of("id", host.getId().toString())));
        assertEquals(1, guests.count(Map.of("host", host)));
        Map<String, Object> nobody = new TreeMap<>();
        nobody.put("host", null);
        assertEquals(host.getId(), guests.list(nobody, 10, 0).get(0).getId());
        assertTrue(guests.exists(Map.of("name", "Bob")));
        assertFalse(guests.exists(Map.of("name", "Eve")));
        assertEquals(
                "DUET-805 id",
                code(assertThrows(InvalidAttributeException.class, () -> guests.count(Map.of("id", "no id")))));
        assertEquals(1, named.named("Bob").size());
    }

    @Test
    void update_fromAJsonDocument_changesThoseAttributes() {
        Guest before = created("a@example.org");
        JsonObject changes = Json.createObjectBuilder()
                .add("name", "Augusta")
                .add("visits", 3)
                .add("balance", new BigDecimal("0.10"))
                .add("mood", "SAD")
                .add("born", "1815-12-10")
                .add("settings", SETTINGS)
                .build();
        session.transaction(() -> guests.update(before.getId(), changes));
        Guest after = guests.get(before.getId());
        assertEquals("Augusta", after.getName());
        assertEquals(3, after.getVisits());
        assertEquals(new BigDecimal("0.10"), after.getBalance());
        assertEquals(Mood.SAD, after.getMood());
        assertEquals(LocalDate.of(1815, 12, 10), after.getBorn());
        assertEquals(SETTINGS, after.getSettings());
        assertEquals(before.getCreatedAt(), after.getCreatedAt());
        assertTrue(after.getUpdatedAt().isAfter(before.getUpdatedAt()));
        assertTrue(after.getVersion() > before.getVersion());
        JsonObject none =
                Json.createObjectBuilder().addNull("settings").addNull("mood").build();
        session.transaction(() -> guests.update(before.getId(), none));
        assertNull(guests.get(before.getId()).getSettings());
        assertNull(guests.get(before.getId()).getMood());
    }

    @Test
    void update_whatIsNotToBeChanged_changesNothing() {
        UUID id = created("a@example.org").getId();
        for (String kept : List.of("id", "createdAt", "updatedAt", "deletedAt", "version", "origin", "secret")) {
            assertEquals("DUET-804 " + kept, refused(id, Map.of("name", "Eve", kept, "x")));
        }
        assertEquals("DUET-803 nothing", refused(id, Map.of("name", "Eve", "nothing", "x")));
        assertEquals("DUET-805 visits", refused(id, Map.of("name", "Eve", "visits", new BigDecimal("1.5"))));
        assertEquals("DUET-805 visits", refused(id, Map.of("name", "Eve", "visits", "1")));
        assertEquals("DUET-805 born", refused(id, Map.of("name", "Eve", "born", "yesterday")));
        assertEquals("DUET-805 mood", refused(id, Map.of("name", "Eve", "mood", "ANGRY")));
        assertEquals("DUET-805 name", refused(id, Map.of("name", 1)));
        assertEquals("Ada", guests.get(id).getName());
    }

    /** The transaction can go on. */
    private String refused(UUID id, Map<String, Object> changes) {
        return session.transaction(() -> {
            String code = code(
                    assertThrows(InvalidAttributeException.class, () -> guests.update(id, new TreeMap<>(changes))));
            assertEquals("Ada", guests.get(id).getName());
            return code;
        });
    }

    @Test
    void delete_isAMarkThatRestoreTakesOff() {
        UUID id = created("a@example.org").getId();
        session.transaction(() -> guests.delete(id));
        assertTrue(guests.find(id).isEmpty());
        assertFalse(guests.exists(id));
        assertEquals(0, guests.count());
        assertEquals(List.of(), guests.list(10, 0));
        assertThrows(NoRowException.class, () -> session.transaction(() -> guests.delete(id)));
        assertThrows(NoRowException.class, () -> session.transaction(() -> guests.update(id, Map.of())));
        assertEquals(1, session.queryOne(Integer.class, "SELECT count(*) FROM guest WHERE deleted_at IS NOT NULL"));
        session.transaction(() -> guests.restore(id));
        assertEquals("Ada", guests.get(id).getName());
        assertThrows(NoRowException.class, () -> session.transaction(() -> guests.restore(UUID.randomUUID())));
    }

    @Test
    void delete_whatHasNoMark_isGone() {
        session.transaction(() -> notes.create(new Note("a")));
        session.transaction(() -> notes.delete("a"));
        assertEquals(0, session.queryOne(Integer.class, "SELECT count(*) FROM scenario"));
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

    @Test
    void toMap_includesAndExcludes() {
        Guest host = created("host@example.org");
        Guest guest = new Guest("a@example.org", "Ada");
        session.transaction(() -> {
            guest.setHost(guests.get(host.getId()));
            guests.create(guest);
        });
        Map<String, Object> all = guests.toMap(guest);
        assertEquals("id", all.keySet().iterator().next());
        assertEquals(guest.getId(), all.get("id"));
        assertEquals(host.getId(), all.get("host"));
        assertEquals("nobody sets it by name", all.get("secret"));
        assertTrue(all.containsKey("settings"));
        assertEquals(Map.of("name", "Ada", "visits", 0), guests.toMap(guest, "name", "visits"));
        assertFalse(guests.toMapWithout(guest, "secret").containsKey("secret"));
        assertEquals(all.size() - 1, guests.toMapWithout(guest, "secret").size());
        assertThrows(InvalidAttributeException.class, () -> guests.toMap(guest, "nothing"));
        assertThrows(InvalidAttributeException.class, () -> guests.toMapWithout(guest, "nothing"));
    }

    @Test
    void readRole_readsAndRefusesToWrite() {
        UUID id = created("a@example.org").getId();
        assertNotNull(reader.get(id));
        assertEquals(1, reader.count(Map.of("name", "Ada")));
        session.transaction(() -> {
            assertThrows(ReadOnlyException.class, () -> reader.create(new Guest("b@example.org", "Bob")));
            assertThrows(ReadOnlyException.class, () -> reader.update(id, Map.of("name", "Bob")));
        });
        assertEquals("Ada", guests.get(id).getName());
    }

    @Test
    void entityOfAnotherDatabase_isRefusedByName() {
        InvalidStatementException refusal = assertThrows(InvalidStatementException.class, strangers::count);
        assertTrue(
                refusal.getMessage().startsWith("DUET-801 org.duetdb.scenario.model.Guest is no entity"),
                refusal::getMessage);
    }
}
