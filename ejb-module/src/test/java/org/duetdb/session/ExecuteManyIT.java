package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.InvalidStatementException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One statement with many lists of parameters; what its values become is in {@link ExecuteManyEqualityIT}. */
class ExecuteManyIT {

    private static final String INSERT = "INSERT INTO items (code, n) VALUES ($1, $2)";

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession shop;

    @BeforeEach
    void createTable() {
        shop = sessions.transactionalSession("default");
        shop.execute("DROP TABLE IF EXISTS items CASCADE");
        shop.execute("CREATE TABLE items (id serial UNIQUE, code text UNIQUE, n int)");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** The lists (c0, 0), (c1, 1) and so on. */
    private static List<List<Object>> lists(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.<Object>of("c" + i, i))
                .toList();
    }

    private List<Integer> stored() {
        return shop.query(Integer.class, "SELECT n FROM items ORDER BY id");
    }

    private long count() {
        return shop.queryOne(Long.class, "SELECT count(*) FROM items");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 99, 100, 127, 1_000, 20_000})
    void executeMany_anyNumberOfLists_insertsThemInTheirOrder(int count) {
        assertThat(shop.executeMany(INSERT, lists(count))).isEqualTo(count);
        assertThat(stored()).isEqualTo(IntStream.range(0, count).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 200, 1_000, 9_000})
    void executeMany_listThatFails_leavesNothing(int count) {
        List<List<Object>> lists = new ArrayList<>(lists(count));
        lists.add(List.of("c0", 1));
        assertThatThrownBy(() -> shop.executeMany(INSERT, lists)).isInstanceOf(ConstraintViolationException.class);
        assertThat(shop.isInTransaction()).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void executeMany_insideATransaction_takesPartInIt() {
        shop.begin();
        shop.executeMany(INSERT, lists(2));
        assertThatThrownBy(() -> shop.transaction(() -> shop.executeMany(INSERT, lists(300))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(count()).isEqualTo(2);
        shop.rollback();
        assertThat(count()).isZero();
    }

    @Test
    void executeMany_listThatDoesNotFit_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> shop.executeMany(INSERT, List.of(List.of("a", 1), List.of("b"))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("has 2 parameters, 1 are given");
        assertThatThrownBy(() -> shop.executeMany(INSERT, Collections.singletonList(null)))
                .isInstanceOf(InvalidStatementException.class);
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500})
    void executeMany_valueWithoutType_namesTheParameterOfItsList(int count) {
        List<List<Object>> lists = new ArrayList<>(lists(count));
        lists.add(List.of("x", new StringBuilder("secret")));
        assertThatThrownBy(() -> shop.executeMany(INSERT, lists))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("parameter $2 is a java.lang.StringBuilder")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 500})
    void executeMany_updateAndDelete_countWhatTheyAffect(int count) {
        shop.executeMany(INSERT, lists(100));
        List<List<Integer>> numbers =
                IntStream.range(0, count).mapToObj(i -> List.of(i % 200)).toList();
        long expected = numbers.stream().filter(list -> list.get(0) < 100).count();
        assertThat(shop.executeMany("UPDATE items SET n = n WHERE n = $1", numbers))
                .isEqualTo(expected);
        assertThat(shop.executeMany("UPDATE items SET n = n WHERE n = $1 RETURNING code", numbers))
                .isEqualTo(expected);
        assertThat(shop.executeMany("DELETE FROM items WHERE n = $1", numbers)).isEqualTo(Math.min(count, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void executeMany_statementsThatReturnRows_areCountedAsExecuteCounts(int count) {
        assertThat(shop.executeMany(INSERT + " RETURNING id", lists(count))).isEqualTo(count);
        List<List<Integer>> numbers =
                IntStream.range(0, count).mapToObj(i -> List.of(i)).toList();
        assertThat(shop.executeMany("SELECT code FROM items WHERE n <= $1", numbers))
                .isEqualTo((long) count * (count + 1) / 2);
        assertThat(shop.executeMany(
                        "WITH x AS (SELECT $1::int AS n) UPDATE items i SET n = x.n FROM x WHERE x.n = i.n", numbers))
                .isEqualTo(count);
    }

    @Test
    void executeMany_severalStatementsInOneText_areAllCounted() {
        assertThat(shop.executeMany(
                        "INSERT INTO items (code, n) VALUES ($1, $2); UPDATE items SET n = n + 1 WHERE code = $1;",
                        lists(3)))
                .isEqualTo(6);
        assertThat(stored()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void executeMany_rowsThatExist_areNotCounted(int count) {
        List<List<Object>> lists = new ArrayList<>(lists(count));
        lists.addAll(lists(count));
        assertThat(shop.executeMany(INSERT + " ON CONFLICT (code) DO NOTHING", lists))
                .isEqualTo(count);
        assertThat(shop.executeMany(INSERT + " ON CONFLICT DO NOTHING RETURNING id", lists))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 600})
    void executeMany_rowsThatAreUpdatedTwice_areUpdatedOneAfterTheOther(int count) {
        List<List<Object>> lists = new ArrayList<>(lists(count));
        lists.addAll(lists(count));
        assertThat(shop.executeMany(INSERT + " ON CONFLICT (code) DO UPDATE SET n = items.n + 100", lists))
                .isEqualTo(2L * count);
        assertThat(stored()).startsWith(100, 101, 102);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 500})
    void executeMany_expressionsAndDefaults_areEvaluatedForEachRow(int count) {
        shop.execute("ALTER TABLE items ADD COLUMN big text DEFAULT 'd', ADD COLUMN r float8 DEFAULT random()");
        assertThat(shop.executeMany(
                        "INSERT INTO items (id, code, n, big) VALUES (DEFAULT, lower($2), $1 + 1, $2 || '?')",
                        IntStream.range(0, count)
                                .mapToObj(i -> List.of(i, "C" + i))
                                .toList()))
                .isEqualTo(count);
        assertThat(stored()).isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
        assertThat(shop.queryOne(
                        Long.class,
                        "SELECT count(DISTINCT r) FROM items WHERE code = lower(code) AND big = upper(code) || '?'"))
                .isEqualTo(count);
    }

    /** The last statement of the transaction, as another session sees it. */
    private String sent(String sql, int count) {
        return shop.transaction(() -> {
            shop.executeMany(sql, lists(count));
            return sessions.session("default", Role.WRITE)
                    .queryOne(
                            String.class,
                            "SELECT query FROM pg_stat_activity WHERE state = 'idle in transaction'"
                                    + " AND pid <> pg_backend_pid() AND datname = current_database()");
        });
    }

    @Test
    void executeMany_manyRows_goAsFewStatements() {
        // a text of its own: what is remembered of a text decides how much is asked
        String insert = "insert into items (code, n) values ($1, $2)";
        String one = "insert into items (code, n) (VALUES ($1, $2)) ";
        String arrays = "insert into items (code, n) SELECT * FROM unnest($1::text[],$2::int4[])";
        shop.execute("ALTER TABLE items DROP COLUMN id");
        assertThat(sent(insert, 99)).isEqualTo(one);
        assertThat(sentAgain(insert, 100)).startsWith(arrays);
        shop.execute("ALTER TABLE items ALTER n SET DEFAULT 1");
        assertThat(sentAgain(insert, 399)).isEqualTo(one);
        assertThat(sentAgain(insert, 400)).startsWith(arrays);
        assertThat(sentAgain("insert into items (code, n) values (lower($1), $2)", 512))
                .startsWith("insert into items (code, n) (VALUES (lower($1), $2),(lower($3), $4),");
    }

    private String sentAgain(String sql, int count) {
        shop.execute("DELETE FROM items");
        return sent(sql, count);
    }

    @Test
    void executeMany_tableThatDoesNotExist_isTheServersError() {
        assertThatThrownBy(() -> shop.executeMany("INSERT INTO nowhere (code, n) VALUES ($1, $2)", lists(500)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("42P01");
        assertThatThrownBy(() -> shop.executeMany("INSERT INTO items (code, m) VALUES ($1, $2)", lists(500)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("42703");
    }

    @Test
    void executeMany_driverThatRewritesBatches_isCountedAllTheSame() {
        try (JdbcDbSession rewriting =
                sessions.transactionalSession("default", source -> source.setReWriteBatchedInserts(true))) {
            List<List<Object>> twice = new ArrayList<>(lists(50));
            twice.addAll(lists(70));
            assertThat(rewriting.executeMany(INSERT + " ON CONFLICT (code) DO UPDATE SET n = items.n + 1", twice))
                    .isEqualTo(120);
            assertThat(rewriting.executeMany(INSERT + " ON CONFLICT DO NOTHING", lists(300)))
                    .isEqualTo(230);
            assertThat(rewriting.executeMany("INSERT INTO items (n) VALUES ($1::int + 1)", numbers(700)))
                    .isEqualTo(700);
            assertThat(rewriting.into("items").insert(List.of(Map.of("n", 1), Map.of("n", 2))))
                    .isEqualTo(2);
        }
    }

    private static List<List<Integer>> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> List.of(i)).toList();
    }

    @Test
    void executeMany_readRole_isRefusedByTheServer() {
        JdbcDbSession reader = sessions.session("default", Role.READ);
        sessions.session("default", Role.WRITE).execute("DELETE FROM items");
        assertThatThrownBy(() -> reader.executeMany("INSERT INTO kinds (id) VALUES ($1)", numbers(3)))
                .isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> reader.executeMany("INSERT INTO kinds (id) VALUES ($1)", numbers(500)))
                .isInstanceOf(ReadOnlyException.class);
    }
}
