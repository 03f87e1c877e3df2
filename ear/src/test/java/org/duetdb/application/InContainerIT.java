package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.duetdb.AsyncDbSession;
import org.duetdb.ConstraintViolationException;
import org.duetdb.Database;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.Isolation;
import org.duetdb.Role;
import org.duetdb.TransactionOptions;
import org.duetdb.TransactionState;
import org.duetdb.fixture.Deployments;
import org.duetdb.scenario.BareBean;
import org.duetdb.scenario.UnitOfWorkBean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bean sees, inside the server and outside any resource class. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    /** Half of what a manager waits for that tries again. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics", read = true)
    DbSession analyticsReader;

    @Inject
    @Database
    DataSource writer;

    @Inject
    @Database(read = true)
    DataSource reader;

    @Inject
    @Any
    Instance<DbSession> sessions;

    @Inject
    @Database
    AsyncDbSession later;

    @Inject
    Databases databases;

    @Inject
    BareBean bare;

    @Inject
    UnitOfWorkBean unitOfWork;

    @Deployment
    static Archive<?> application() {
        return Deployments.application(InContainerIT.class);
    }

    @AfterEach
    void nothingStaysPrepared() {
        String prepared = "SELECT count(*) AS n FROM pg_prepared_xacts";
        assertEquals(0L, main.queryOne(prepared).get("n"));
        assertEquals(0L, analyticsReader.queryOne(prepared).get("n"));
    }

    private static String setting(DataSource source, String name) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void sessions_areOfTheirAliasAndRole() {
        assertEquals("default", main.alias());
        assertEquals(Role.WRITE, main.role());
        assertEquals("analytics", analyticsReader.alias());
        assertEquals(Role.READ, analyticsReader.role());
        assertEquals(
                "analytics",
                analyticsReader.queryOne("SELECT current_database() AS name").get("name"));
        assertEquals(main.requestId(), analyticsReader.requestId());
    }

    /** Its URL asks for {@code verify-full}; the password of all is a hostile one. */
    @Test
    void databaseWithACertificate_isReachedOverTls() {
        String encrypted = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        assertTrue(analyticsReader.queryOne(Boolean.class, encrypted));
    }

    @Test
    void literal_selectsTheSessionOfAnAliasAndRole() {
        DbSession selected =
                sessions.select(Database.Literal.of("analytics", Role.READ)).get();
        assertEquals("analytics read", selected.alias() + " " + selected.role());
    }

    @Test
    void dataSources_areReadOnlyInTheReadRole() throws SQLException {
        assertEquals("off", setting(writer, "default_transaction_read_only"));
        assertEquals("on", setting(reader, "default_transaction_read_only"));
        assertEquals("Duet default/read", setting(reader, "application_name"));
    }

    private static void execute(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Without a session nothing asks the database before the commit itself. */
    @Test
    void commitOfTheContainer_thatTheDatabaseRefuses_isARollback() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        execute(writer, "INSERT INTO scenario_child VALUES ('child', 'nobody')");
        assertThrows(RollbackException.class, transaction::commit);
        assertEquals(0, main.queryOne(Integer.class, "SELECT count(*) FROM scenario_child"));
    }

    /** A transaction manager that takes it for a passing disturbance tries again a minute later, in vain. */
    @Test
    void commitOfTheContainer_thatLosesAgainstAnother_isARollback() throws Exception {
        String serializable = "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE";
        String read = "SELECT key FROM scenario";
        main.execute("DELETE FROM scenario");
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        execute(writer, serializable, read, "INSERT INTO scenario VALUES ('one')");
        later.transaction(TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE), other -> {
                    other.query(read);
                    return other.execute("INSERT INTO scenario VALUES ('other')");
                })
                .toCompletableFuture()
                .join();
        assertTimeout(SOON, () -> assertThrows(RollbackException.class, transaction::commit));
        assertEquals("other", main.queryOne(String.class, read));
    }

    @Test
    void begin_outsideAUnitOfWork_isRefusedAndSaysWhatToAdd() {
        IllegalTransactionStateException refusal = assertThrows(IllegalTransactionStateException.class, bare::begin);
        assertTrue(refusal.getMessage().contains("@UnitOfWork"), refusal.getMessage());
        assertEquals(TransactionState.IDLE, main.state());
    }

    @Test
    void annotatedBean_isAUnitOfWork() {
        assertEquals(TransactionState.IN_TRANSACTION, unitOfWork.begin("in-container"));
        assertFalse(main.isInTransaction());
        assertEquals(TransactionState.COMMITTED, main.state());
        assertEquals(1, main.execute("DELETE FROM scenario WHERE key = $1", "in-container"));
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, IOException.class, AssertionError.class})
    void annotatedBean_thatThrowsAnything_rollsBackBoth(Class<? extends Throwable> type) throws Exception {
        Throwable thrown = type.getConstructor().newInstance();
        assertSame(thrown, assertThrows(type, () -> unitOfWork.beginAndThrow("in-container", thrown)));
        String count = "SELECT count(*) FROM scenario WHERE key = 'in-container'";
        assertFalse(main.isInTransaction());
        assertEquals(TransactionState.ROLLED_BACK, main.state());
        assertEquals(0, main.queryOne(Integer.class, count));
        assertEquals(0, analyticsReader.queryOne(Integer.class, count));
        annotatedBean_isAUnitOfWork();
    }

    @Test
    void work_outsideAUnitOfWork_commitsByItself() {
        long rows = main.transaction(() -> main.executeMany(
                "INSERT INTO scenario (key) VALUES ($1)", List.of(List.of("many-1"), List.of("many-2"))));
        assertEquals(2, rows);
        assertEquals(2, main.execute("DELETE FROM scenario WHERE key LIKE $1", "many-%"));
    }

    @Test
    void executeMany_isAllOrNothing() {
        List<List<String>> keys = List.of(List.of("many-1"), List.of("many-2"), List.of("many-1"));
        assertThrows(
                ConstraintViolationException.class,
                () -> main.executeMany("INSERT INTO scenario (key) VALUES ($1)", keys));
        assertEquals(
                0L,
                main.queryOne("SELECT count(*) AS n FROM scenario WHERE key LIKE 'many-%'")
                        .get("n"));
        assertFalse(main.isInTransaction());
    }

    @Test
    void bulkInsert_isAllOrNothing() {
        List<Map<String, String>> keys = IntStream.range(0, 200)
                .mapToObj(i -> Map.of("key", "bulk-" + i))
                .toList();
        assertEquals(200, main.into("scenario").insert(keys));
        assertEquals(0, main.into("scenario").skipExisting("key").insert(keys));
        assertEquals(200, main.execute("DELETE FROM scenario WHERE key LIKE $1", "bulk-%"));
        List<Map<String, String>> twice = new ArrayList<>(keys);
        twice.add(Map.of("key", "bulk-0"));
        assertThrows(
                ConstraintViolationException.class, () -> main.into("scenario").insert(twice));
        assertEquals(
                0L,
                main.queryOne("SELECT count(*) AS n FROM scenario WHERE key LIKE 'bulk-%'")
                        .get("n"));
        assertFalse(main.isInTransaction());
    }

    @Test
    void requests_haveNamesOfTheirOwn() throws Exception {
        assertNotEquals(main.requestId(), unitOfWork.requestIdElsewhere());
    }

    @Test
    void databases_tellTheStateOfEachRole() {
        assertEquals(Set.of("analytics", "default", "follower", "small"), databases.aliases());
        assertTrue(databases.isConfigured("default"));
        assertFalse(databases.isConfigured("nowhere"));
        List<DatabaseStatus> all = databases.status();
        assertEquals(8, all.size());
        assertTrue(all.stream().allMatch(status -> status.state() == State.UP), all::toString);
        assertTrue(all.stream()
                .anyMatch(
                        status -> status.alias().equals("default") && status.role() == Role.READ && status.recovery()));
        assertTrue(all.stream()
                .allMatch(status -> status.pool().maxSize()
                        == switch (status.alias()) {
                            case "small" -> 3;
                            case "follower" -> 4;
                            default -> 16;
                        }));
        assertTrue(
                all.stream()
                        .allMatch(status -> status.pool().size()
                                == status.pool().available() + status.pool().inUse()),
                all::toString);
    }
}
