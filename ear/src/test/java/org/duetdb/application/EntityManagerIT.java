package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.NoResultException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Locale;
import javax.naming.InitialContext;
import org.duetdb.Database;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.ForeignKeyViolationException;
import org.duetdb.OpenSession;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.TransactionRolledBackException;
import org.duetdb.UniqueViolationException;
import org.duetdb.UnknownAliasException;
import org.duetdb.fixture.Deployments;
import org.duetdb.scenario.Leftovers;
import org.duetdb.scenario.model.Belonging;
import org.duetdb.scenario.model.Mark;
import org.duetdb.scenario.model.Note;
import org.duetdb.scenario.model.Owner;
import org.duetdb.scenario.model.Pet;
import org.duetdb.scenario.model.PetOwner;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entity managers beside the sessions of the same databases. */
@ExtendWith(ArquillianExtension.class)
class EntityManagerIT {

    private static final String COUNT = "SELECT count(*) FROM scenario WHERE key = $1";
    private static final String BACKEND = "SELECT pg_backend_pid()";

    @Inject
    @Database
    EntityManager entities;

    @Inject
    @Database(read = true)
    EntityManager reader;

    @Inject
    @Database(alias = "analytics")
    EntityManager analytics;

    @Inject
    @Database
    EntityManagerFactory factory;

    @Inject
    @Database
    DbSession session;

    @Inject
    @Database(alias = "analytics")
    DbSession analyticsSession;

    @Inject
    Databases databases;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(web -> web.addClasses(EntityManagerIT.class)
                .addPackage(Note.class.getPackage())
                .addAsResource("model/persistence.xml", "META-INF/persistence.xml"));
    }

    /** Not by the request: its reads would go to the primary from then on. */
    @BeforeEach
    void clear() {
        try (OpenSession outside = databases.open("default", Role.WRITE);
                OpenSession outsideAnalytics = databases.open("analytics", Role.WRITE)) {
            outside.execute("DELETE FROM scenario_child");
            outside.execute("DELETE FROM scenario_parent");
            outside.execute("DELETE FROM scenario");
            outsideAnalytics.execute("DELETE FROM scenario");
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertEquals(0, Leftovers.inUse(databases));
    }

    private int count(DbSession where, String key) {
        return where.queryOne(Integer.class, COUNT, key);
    }

    private static Object backendOf(EntityManager manager) {
        return manager.createNativeQuery(BACKEND).getSingleResult();
    }

    @Test
    void persist_inATransaction_isSeenByTheSessionOnTheSameConnection() {
        session.transaction(() -> {
            entities.persist(new Note("a"));
            assertEquals(1, count(session, "a"));
            assertEquals(session.queryOne(Integer.class, BACKEND), backendOf(entities));
        });
        assertEquals(1, count(session, "a"));
    }

    @Test
    void write_ofTheSession_isSeenByTheEntityManager() {
        session.transaction(() -> {
            session.execute("INSERT INTO scenario VALUES ('a')");
            assertEquals("a", entities.find(Note.class, "a").key());
        });
    }

    @Test
    void transaction_thatThrows_undoesBoth() {
        assertThrows(
                IllegalStateException.class,
                () -> session.transaction(() -> {
                    entities.persist(new Note("a"));
                    session.execute("INSERT INTO scenario VALUES ('b')");
                    throw new IllegalStateException();
                }));
        assertEquals(0, count(session, "a"));
        assertEquals(0, count(session, "b"));
    }

    @Test
    void transaction_ofTheContainer_isJoined() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        Note note = new Note("a");
        entities.persist(note);
        assertTrue(entities.contains(note));
        assertEquals(1, count(session, "a"));
        transaction.commit();
        assertFalse(entities.contains(note));
        assertEquals(1, count(session, "a"));
    }

    @Test
    void transaction_overTwoDatabases_isOne() {
        session.transaction(() -> {
            entities.persist(new Note("a"));
            analytics.persist(new Mark("b"));
        });
        assertEquals(1, count(session, "a"));
        assertEquals(1, count(analyticsSession, "b"));
        assertThrows(
                TransactionRolledBackException.class,
                () -> session.transaction(() -> {
                    entities.persist(new Note("c"));
                    analytics.persist(new Mark("b"));
                }));
        assertEquals(0, count(session, "c"));
    }

    @Test
    void violation_whenItCommits_isToldByItsType() {
        session.execute("INSERT INTO scenario VALUES ('a')");
        TransactionRolledBackException refusal = assertThrows(
                TransactionRolledBackException.class, () -> session.transaction(() -> entities.persist(new Note("a"))));
        assertInstanceOf(UniqueViolationException.class, refusal.getCause());
    }

    @Test
    void violation_thatIsDeferred_isToldByItsType() {
        session.transaction(() -> {
            Owner owner = new Owner("o");
            entities.persist(owner);
            entities.persist(new Belonging("b", owner));
        });
        TransactionRolledBackException refusal = assertThrows(
                TransactionRolledBackException.class,
                () -> session.transaction(() -> entities.remove(entities.find(Owner.class, "o"))));
        assertInstanceOf(ForeignKeyViolationException.class, refusal.getCause());
    }

    @Test
    void violation_whenTheContainerCommits_isAmongTheCauses() throws Exception {
        session.execute("INSERT INTO scenario VALUES ('a')");
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        entities.persist(new Note("a"));
        assertNotNull(violation(assertThrows(RollbackException.class, transaction::commit)));
    }

    /** Returns the one that is among the causes; null if none is. */
    private static UniqueViolationException violation(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof UniqueViolationException)) {
            cause = cause.getCause();
        }
        return (UniqueViolationException) cause;
    }

    @Test
    void violation_thatIsSwallowed_refusesTheCommit() {
        session.execute("INSERT INTO scenario VALUES ('a')");
        assertThrows(
                TransactionRolledBackException.class,
                () -> session.transaction(() -> {
                    session.execute("INSERT INTO scenario VALUES ('b')");
                    entities.persist(new Note("a"));
                    assertNotNull(violation(assertThrows(PersistenceException.class, entities::flush)));
                }));
        assertEquals(0, count(session, "b"));
    }

    @Test
    void savepoint_thatIsUndone_isForgotten() {
        session.transaction(() -> {
            entities.persist(new Note("a"));
            assertThrows(
                    IllegalStateException.class,
                    () -> session.transaction(() -> {
                        entities.persist(new Note("b"));
                        throw new IllegalStateException();
                    }));
            session.transaction(() -> entities.persist(new Note("c")));
            assertNull(entities.find(Note.class, "b"));
        });
        assertEquals(1, count(session, "a"));
        assertEquals(0, count(session, "b"));
        assertEquals(1, count(session, "c"));
    }

    @Test
    void outsideATransaction_readsAreDetachedAndWritesRefused() {
        session.execute("INSERT INTO scenario VALUES ('a')");
        Note note = entities.find(Note.class, "a");
        assertFalse(entities.contains(note));
        assertEquals(
                List.of("a"),
                entities.createQuery("SELECT n FROM Note n", Note.class)
                        .setMaxResults(5)
                        .getResultStream()
                        .map(Note::key)
                        .toList());
        assertThrows(
                NoResultException.class,
                () -> entities.createQuery("SELECT n FROM Note n WHERE n.key = 'x'", Note.class)
                        .getSingleResult());
        TransactionRequiredException refusal =
                assertThrows(TransactionRequiredException.class, () -> entities.persist(new Note("b")));
        assertTrue(refusal.getMessage().startsWith("DUET-702 "), refusal::getMessage);
        assertThrows(
                TransactionRequiredException.class,
                () -> entities.createQuery("DELETE FROM Note n").executeUpdate());
    }

    @Test
    void readRole_readsOnAStandbyAndRefusesToWrite() {
        assertEquals(
                true, reader.createNativeQuery("SELECT pg_is_in_recovery()").getSingleResult());
        session.transaction(() -> {
            ReadOnlyException refusal = assertThrows(ReadOnlyException.class, () -> reader.persist(new Note("a")));
            assertTrue(refusal.getMessage().startsWith("DUET-703 "), refusal::getMessage);
            assertThrows(ReadOnlyException.class, reader::flush);
        });
    }

    @Test
    void readRole_seesWhatTheRequestHasWritten() {
        session.transaction(() -> {
            assertNull(reader.find(Note.class, "seen"));
            entities.persist(new Note("seen"));
            assertEquals("seen", reader.find(Note.class, "seen").key());
            entities.remove(entities.find(Note.class, "seen"));
            assertNull(reader.find(Note.class, "seen"));
            entities.persist(new Note("seen too"));
        });
        assertNotNull(reader.find(Note.class, "seen too"));
        session.execute("DELETE FROM scenario");
        assertNull(reader.find(Note.class, "seen too"));
    }

    @Test
    void readRole_entityThatWasChanged_isNotWritten() {
        session.transaction(() -> {
            Owner owner = new Owner("o");
            entities.persist(owner);
            entities.persist(new Belonging("b", owner));
        });
        session.transaction(() -> {
            reader.find(Belonging.class, "b").belongTo(null);
            session.execute("INSERT INTO scenario VALUES ('a')");
        });
        assertEquals("o", session.queryOne(String.class, "SELECT parent FROM scenario_child"));
    }

    @Test
    void relation_inATransaction_isReadWhenItIsLookedAt() {
        session.transaction(() -> {
            Owner owner = new Owner("o");
            entities.persist(owner);
            entities.persist(new Belonging("b", owner));
        });
        session.transaction(() -> {
            assertEquals(1, entities.find(Owner.class, "o").belongings());
            assertEquals(1, reader.find(Owner.class, "o").belongings());
        });
    }

    @Test
    void entities_ofOneDatabase_areUnknownToTheOther() {
        assertThrows(IllegalArgumentException.class, () -> analytics.find(Note.class, "a"));
        assertThrows(IllegalArgumentException.class, () -> entities.find(Mark.class, "a"));
    }

    @Test
    void createTables_someAreThere_makesTheOthersOnce() {
        try (OpenSession outside = databases.open("default", Role.WRITE)) {
            outside.execute("DROP TABLE IF EXISTS pet, pet_owner");
            outside.execute("CREATE TABLE pet_owner (id bigint PRIMARY KEY, name text, untouched text)");
        }
        assertEquals(
                List.of("pet"),
                databases.createTables("default").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.startsWith("pet"))
                        .toList());
        assertEquals(List.of(), databases.createTables("default"));
        session.transaction(() -> {
            session.execute("INSERT INTO pet_owner VALUES (7, 'Ada', 'as it was')");
            entities.persist(new Pet(1, "Rex", entities.getReference(PetOwner.class, 7L)));
        });
        assertThrows(ForeignKeyViolationException.class, () -> session.execute("DELETE FROM pet_owner"));
        UnknownAliasException refusal =
                assertThrows(UnknownAliasException.class, () -> databases.createTables("small"));
        assertTrue(refusal.getMessage().startsWith("DUET-704 "), refusal::getMessage);
    }

    @Test
    void injected_isNotClosed() {
        assertThrows(IllegalStateException.class, entities::close);
        assertThrows(IllegalStateException.class, factory::close);
        assertTrue(entities.isOpen());
        assertEquals("EntityManager [alias=default, role=write]", entities.toString());
        try (EntityManager own = factory.createEntityManager()) {
            assertNull(own.find(Note.class, "a"));
        }
    }
}
