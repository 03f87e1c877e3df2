package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows into one table; what exists is in {@link BulkUpsertIT}. */
class BulkInsertIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession shop;

    record NewUser(String firstName, String email) {}

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
    void insert_noRows_isNothing() {
        assertThat(shop.into("users").insert(List.of())).isZero();
        assertThat(shop.into("users").insertReturning(List.of())).isEmpty();
    }

    @Test
    void insert_maps_leaveTheRestToDefaults() {
        assertThat(shop.into("users")
                        .insert(List.of(
                                Map.of("first_name", "Ada", "email", "a@b.c"),
                                Map.of("first_name", "Grace", "email", "g@b.c"))))
                .isEqualTo(2);
        assertThat(shop.query("SELECT first_name, email, active FROM users ORDER BY id"))
                .extracting(row -> row.get("first_name"), row -> row.get("email"), row -> row.get("active"))
                .containsExactly(tuple("Ada", "a@b.c", true), tuple("Grace", "g@b.c", true));
    }

    @Test
    void insert_records_areColumnsInSnakeCase() {
        assertThat(shop.into("users").insert(List.of(new NewUser("Ada", "a@b.c"), new NewUser(null, null))))
                .isEqualTo(2);
        assertThat(names()).containsExactly("Ada", null);
    }

    @Test
    void insert_rowsThatWereRead_areMapsToo() {
        List<Row> rows = shop.query("SELECT 'x' || n AS first_name, n % 2 = 0 AS active FROM generate_series(1, 3) n");
        assertThat(shop.into("users").insert(rows)).isEqualTo(3);
        assertThat(shop.query(Boolean.class, "SELECT active FROM users ORDER BY id"))
                .containsExactly(false, true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 63, 64, 127, 1_000, 20_000})
    void insert_anyNumberOfRows_storesThemInTheirOrder(int count) {
        List<NewUser> rows = IntStream.range(0, count)
                .mapToObj(i -> new NewUser("n" + i, i + "@b.c"))
                .toList();
        assertThat(shop.into("users").insert(rows)).isEqualTo(count);
        assertThat(names()).isEqualTo(rows.stream().map(NewUser::firstName).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 500})
    void insert_rowsWithDifferentColumns_keepTheirOrderAndTakeDefaults(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new HashMap<>(Map.of("first_name", "n" + i));
            if (i % 3 == 0) {
                row.put("active", false);
            }
            if (i % 5 == 0) {
                row.put("email", null);
            }
            rows.add(row);
        }
        assertThat(shop.into("users").insert(rows)).isEqualTo(count);
        List<Row> stored = shop.query("SELECT first_name, active FROM users ORDER BY id");
        for (int i = 0; i < count; i++) {
            assertThat(stored.get(i)).containsExactly(entry("first_name", "n" + i), entry("active", i % 3 != 0));
        }
    }

    @Test
    void insert_sameColumnsInAnotherOrder_areTheSame() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("email", "a@b.c");
        row.put("first_name", "Ada");
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("first_name", "Grace");
        other.put("email", "g@b.c");
        assertThat(shop.into("users").insert(List.of(row, other, new NewUser("Edsger", "e@b.c"))))
                .isEqualTo(3);
        assertThat(names()).containsExactly("Ada", "Grace", "Edsger");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 300})
    void insert_arraysJsonAndNulls_arriveAsTheyAre(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("tags", i % 2 == 0 ? new String[] {"a", "{\"b\\"} : null);
            row.put("profile", i % 3 == 0 ? null : Map.of("n", List.of(1, "\"'\\")));
            row.put("first_name", "\"\\{},NULL\n' " + i);
            row.put("email", null);
            rows.add(row);
        }
        assertThat(shop.into("users").insert(rows)).isEqualTo(count);
        assertThat(shop.queryOne("SELECT tags, profile->'n'->>1 AS n, first_name, email FROM users WHERE id ="
                        + " (SELECT max(id) FROM users) - 1"))
                .containsEntry("tags", List.of("a", "{\"b\\"))
                .containsEntry("first_name", "\"\\{},NULL\n' " + (count - 2))
                .containsEntry("n", count == 2 ? null : "\"'\\")
                .containsEntry("email", null);
    }

    @Test
    void insert_textsThatLookLikeNull_areTexts() {
        List<Map<String, String>> rows = IntStream.range(0, 200)
                .mapToObj(i -> Map.of(
                        "first_name", List.of("NULL", "", "{}", " x ", "\\").get(i % 5)))
                .toList();
        shop.into("users").insert(rows);
        assertThat(names())
                .isEqualTo(rows.stream().map(row -> row.get("first_name")).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300, 10_000})
    void insert_rowThatFails_storesNothing(int count) {
        List<NewUser> rows = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new NewUser("n" + i, i + "@b.c"))
                .toList());
        rows.add(new NewUser("again", "0@b.c"));
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> shop.into("users").insert(rows))
                .matches(failure -> failure.sqlState().equals("23505"));
        assertThat(shop.isInTransaction()).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void insert_textThatIsTooLong_isAnErrorAndNotCut() {
        List<NewUser> rows = IntStream.range(0, 200)
                .mapToObj(i -> new NewUser("n", "x".repeat(41) + i))
                .toList();
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> shop.into("users").insert(rows))
                .matches(failure -> failure.sqlState().equals("22001"));
    }

    @Test
    void insert_insideATransaction_takesPartInIt() {
        shop.begin();
        shop.into("users").insert(List.of(new NewUser("Ada", "a@b.c")));
        assertThatThrownBy(() -> shop.transaction(() -> {
                    shop.into("users").insert(List.of(new NewUser("Grace", "g@b.c")));
                    shop.into("users").insert(List.of(new NewUser("Ada", "a@b.c")));
                }))
                .isInstanceOf(ConstraintViolationException.class);
        shop.into("users").insert(List.of(new NewUser("Edsger", "e@b.c")));
        assertThat(names()).containsExactly("Ada", "Edsger");
        shop.rollback();
        assertThat(names()).isEmpty();
    }

    @Test
    void insert_typeThatChanged_isFollowed() {
        List<Map<String, String>> rows =
                IntStream.range(0, 200).mapToObj(i -> Map.of("code", "007")).toList();
        shop.execute("DROP SCHEMA IF EXISTS other CASCADE");
        shop.execute("DROP TABLE IF EXISTS codes");
        shop.execute("CREATE TABLE codes (code int)");
        for (int i = 0; i < 8; i++) {
            shop.into("codes").insert(rows);
        }
        shop.execute("CREATE SCHEMA other");
        shop.execute("CREATE TABLE other.codes (code text)");
        shop.transaction(() -> {
            shop.into("codes").insert(rows);
            shop.execute("SET LOCAL search_path = other");
            shop.into("codes").insert(rows);
        });
        shop.execute("ALTER TABLE codes ALTER code TYPE text");
        shop.execute("DELETE FROM codes");
        shop.into("codes").insert(rows);
        for (String table : List.of("codes", "other.codes")) {
            assertThat(shop.query(String.class, "SELECT DISTINCT code FROM " + table))
                    .containsExactly("007");
        }
        shop.execute("DROP SCHEMA other CASCADE");
        shop.execute("DROP TABLE codes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void insertReturning_columns_areThoseAskedFor(int count) {
        List<NewUser> rows = IntStream.range(0, count)
                .mapToObj(i -> new NewUser("n" + i, i + "@b.c"))
                .toList();
        List<Row> named = shop.into("users").insertReturning(rows, "active", "first_name");
        assertThat(named).hasSize(count);
        assertThat(named.get(count - 1)).containsExactly(entry("active", true), entry("first_name", "n" + (count - 1)));
        shop.execute("DELETE FROM users");
        List<Row> all = shop.into("users").insertReturning(rows);
        assertThat(all).hasSize(count);
        assertThat(all.get(0).keySet()).containsExactly("id", "first_name", "email", "active", "tags", "profile");
        assertThat(all.get(0).get("id")).isInstanceOf(Integer.class);
    }
}
