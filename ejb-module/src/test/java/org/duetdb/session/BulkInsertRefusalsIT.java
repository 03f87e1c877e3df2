package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duetdb.BulkInsert;
import org.duetdb.DatabaseException;
import org.duetdb.InvalidStatementException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.SessionClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are taken as they are written, and rows and tables that are refused. */
class BulkInsertRefusalsIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession shop;

    record NewUser(String firstName, String email) {}

    record Twice(String userURL, String userUrl) {}

    @BeforeEach
    void createTable() {
        shop = sessions.transactionalSession("default");
        shop.execute("DROP TABLE IF EXISTS users");
        shop.execute("CREATE TABLE users (id serial PRIMARY KEY, first_name text, email varchar(40) UNIQUE,"
                + " active boolean NOT NULL DEFAULT true, tags text[], profile jsonb)");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private List<String> names() {
        return shop.query(String.class, "SELECT first_name FROM users ORDER BY id");
    }

    @Test
    void insert_tableWithAStrangeName_isTakenAsWritten() {
        shop.execute("DROP SCHEMA IF EXISTS \"Back \"\"Office\"\"\" CASCADE");
        shop.execute("CREATE SCHEMA \"Back \"\"Office\"\"\"");
        shop.execute("CREATE TABLE \"Back \"\"Office\"\"\".\"Äuser's ?; $1\" (\"a\"\"b ?\" int, \"select\" text)");
        BulkInsert into = shop.into("Back \"Office\".Äuser's ?; $1");
        List<Map<String, Object>> rows = IntStream.range(0, 150)
                .mapToObj(i -> Map.<String, Object>of("a\"b ?", i, "select", "x"))
                .toList();
        assertThat(into.insert(rows)).isEqualTo(150);
        assertThat(into.skipExisting().insert(rows.subList(0, 2))).isEqualTo(2);
        assertThat(into.insertReturning(rows.subList(7, 8), "a\"b ?").get(0)).containsExactly(entry("a\"b ?", 7));
        shop.execute("DROP SCHEMA \"Back \"\"Office\"\"\" CASCADE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users (email) VALUES ('x')--",
                "users\" (email) VALUES ('x')--",
                "users; DROP TABLE users",
                "USERS",
                "public.\"users\""
            })
    void insert_tableThatDoesNotExist_isTheServersError(String table) {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> shop.into(table).insert(List.of(new NewUser("Ada", "a@b.c"))))
                .matches(failure -> failure.sqlState().equals("42P01"));
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "public.", ".users", "app.public.users", "users\0"})
    void into_impossibleName_isRefused(String table) {
        assertThatThrownBy(() -> shop.into(table))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("DUET-250");
    }

    @Test
    void into_nullOrImpossibleColumn_isRefused() {
        assertThatThrownBy(() -> shop.into(null)).isInstanceOf(InvalidStatementException.class);
        BulkInsert into = shop.into("users");
        for (String name : Arrays.asList("", "a\0b", null)) {
            assertThatThrownBy(() -> into.skipExisting(name)).hasMessageContaining("DUET-250");
            assertThatThrownBy(() -> into.updateExisting(name)).hasMessageContaining("DUET-250");
            assertThatThrownBy(() -> into.insertReturning(List.of(), name)).hasMessageContaining("DUET-250");
        }
        assertThatThrownBy(() -> into.insert(List.of(Map.of("a\0b", 1)))).hasMessageContaining("DUET-250");
    }

    @Test
    void insert_rowThatIsNoRow_isRefusedWithItsNumber() {
        BulkInsert into = shop.into("users");
        NewUser good = new NewUser("Ada", "a@b.c");
        assertThatThrownBy(() -> into.insert(List.of(good, "secret")))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("DUET-251 row 2 is a java.lang.String")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> into.insert(Arrays.asList(good, good, null)))
                .hasMessageContaining("DUET-251 row 3 is null");
        assertThatThrownBy(() -> into.insert(List.of(good, Map.of())))
                .hasMessageContaining("DUET-252 row 2 has no column");
        assertThatThrownBy(() -> into.insert(List.of(Map.of(1, "secret"))))
                .hasMessageContaining("DUET-252 row 1 has a key that is no string")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> into.insert(List.of(new Twice("a", "b"))))
                .hasMessageContaining("DUET-252 row 1 has the column user_url twice");
        assertThat(names()).isEmpty();
    }

    @Test
    void insert_valueWithoutType_namesTheColumnAndNotTheValue() {
        for (int count : List.of(1, 200)) {
            List<Map<String, Object>> rows = IntStream.range(0, count)
                    .mapToObj(i -> Map.<String, Object>of("email", new StringBuilder("secret")))
                    .toList();
            assertThatThrownBy(() -> shop.into("users").insert(rows))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("DUET-204 a value of column email is a java.lang.StringBuilder")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void insert_columnThatIsGenerated_isTheServersError() {
        shop.execute("DROP TABLE IF EXISTS made");
        shop.execute("CREATE TABLE made (id int GENERATED ALWAYS AS IDENTITY, n int, twice int"
                + " GENERATED ALWAYS AS (n * 2) STORED)");
        for (String column : List.of("id", "twice")) {
            for (int count : List.of(1, 200)) {
                assertThatExceptionOfType(DatabaseException.class)
                        .isThrownBy(() -> shop.into("made")
                                .insert(IntStream.range(0, count)
                                        .mapToObj(i -> Map.of(column, 1, "n", i))
                                        .toList()))
                        .matches(failure -> failure.sqlState().equals("428C9"));
            }
        }
        assertThat(shop.into("made").insert(List.of(Map.of("n", 4)))).isEqualTo(1);
        assertThat(shop.queryOne(Integer.class, "SELECT twice FROM made")).isEqualTo(8);
        shop.execute("DROP TABLE made");
    }

    @Test
    void insert_readRole_isRefusedByTheServer() {
        JdbcDbSession reader = sessions.session("default", Role.READ);
        assertThatThrownBy(() -> reader.into("kinds").insert(List.of(Map.of("id", 1))))
                .isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> reader.into("kinds").insertReturning(List.of(Map.of("id", 1))))
                .isInstanceOf(ReadOnlyException.class);
    }

    @Test
    void anyCall_afterClose_isRefused() {
        BulkInsert into = shop.into("users");
        shop.close();
        assertThatThrownBy(() -> shop.into("users")).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> into.insert(List.of())).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> into.insertReturning(List.of(Map.of("id", UUID.randomUUID()))))
                .isInstanceOf(SessionClosedException.class);
    }
}
