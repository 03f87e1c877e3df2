package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.naming.InitialContext;
import org.duetdb.Database;
import org.duetdb.InvalidAttributeException;
import org.duetdb.InvalidStatementException;
import org.duetdb.NoRowException;
import org.duetdb.OpenSession;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.UnavailableException;
import org.duetdb.UniqueViolationException;
import org.duetdb.model.Repository;
import org.duetdb.scenario.model.Guest;
import org.duetdb.scenario.model.Guest.Mood;
import org.duetdb.scenario.model.Guests;
import org.duetdb.scenario.model.Note;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models, and the everyday use of their repositories. */
@ExtendWith(ArquillianExtension.class)
class RepositoryIT extends WithGuests {

    @Inject
    @Database(read = true)
    Repository<Guest, UUID> reader;

    @Inject
    @Database(alias = "analytics")
    Repository<Guest, UUID> strangers;

    @Inject
    Guests named;

    @Deployment
    static Archive<?> application() {
        return application(RepositoryIT.class);
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
    void create_outsideOfRequests_needsATransactionAndWritesAlike() throws Exception {
        Guest guest = new Guest("a@example.org", "Ada");
        guest.setMood(Mood.HAPPY);
        guest.setSettings(SETTINGS);
        ManagedExecutorService threads = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        threads.submit(() -> {
                    assertThrows(TransactionRequiredException.class, () -> guests.create(guest));
                    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
                    transaction.begin();
                    guests.create(guest);
                    transaction.commit();
                    return null;
                })
                .get();
        assertEquals(SETTINGS, guests.get(guest.getId()).getSettings());
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
        assertEquals(
                "DUET-810 there is no such Guest [alias=default, role=write]; use find() where it may be missing",
                none.getMessage());
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
