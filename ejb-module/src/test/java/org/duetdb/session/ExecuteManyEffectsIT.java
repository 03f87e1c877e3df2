package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could tell many rows of one statement from the same rows one by one: here nothing can. */
class ExecuteManyEffectsIT {

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

    /** Runs {@code setUp}, then inserts 500 rows, and returns what the column {@code seen} of the table log holds. */
    private List<Long> seen(String... setUp) {
        shop.execute("DROP TABLE IF EXISTS log");
        shop.execute("CREATE TABLE log (id serial, seen bigint)");
        shop.execute("CREATE OR REPLACE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " INSERT INTO log (seen) SELECT count(*) FROM items; RETURN NEW; END $$");
        Arrays.stream(setUp).forEach(shop::execute);
        assertThat(shop.executeMany(INSERT, lists(500))).isEqualTo(500);
        return shop.query(Long.class, "SELECT seen FROM log ORDER BY id");
    }

    private static List<Long> from(long first) {
        return LongStream.range(first, first + 500).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AFTER INSERT ON items FOR EACH STATEMENT",
                "AFTER INSERT ON items FOR EACH ROW",
                "AFTER INSERT OR UPDATE ON items FOR EACH ROW WHEN (NEW.n >= 0)"
            })
    void executeMany_triggers_runAsForEachStatement(String when) {
        assertThat(seen("CREATE TRIGGER noting " + when + " EXECUTE FUNCTION note()"))
                .isEqualTo(from(1));
    }

    @Test
    void executeMany_triggersBeforeRows_seeTheRowsBefore() {
        assertThat(seen("CREATE TRIGGER noting BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION note()"))
                .isEqualTo(from(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STABLE", "VOLATILE"})
    void executeMany_triggersBeforeRows_seeTheRowsBeforeWhateverTheirVolatility(String volatility) {
        shop.execute("CREATE OR REPLACE FUNCTION number() RETURNS trigger LANGUAGE plpgsql " + volatility
                + " AS $$ BEGIN NEW.n := (SELECT count(*) FROM items); RETURN NEW; END $$");
        shop.execute("CREATE TRIGGER numbering BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION number()");
        shop.executeMany(INSERT, lists(500));
        assertThat(stored()).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"STABLE", "VOLATILE"})
    void executeMany_defaultsThatReadTheTable_seeTheRowsBefore(String volatility) {
        shop.execute("CREATE OR REPLACE FUNCTION rows_before() RETURNS bigint LANGUAGE plpgsql " + volatility
                + " AS $$ BEGIN RETURN (SELECT count(*) FROM items); END $$");
        shop.execute("ALTER TABLE items ADD COLUMN before bigint DEFAULT rows_before()");
        shop.executeMany(INSERT, lists(500));
        assertThat(shop.query(Long.class, "SELECT before FROM items ORDER BY id"))
                .isEqualTo(from(0));
        shop.execute("DELETE FROM items");
        shop.executeMany("INSERT INTO items (code, n, before) VALUES ($1, $2, rows_before())", lists(500));
        assertThat(shop.query(Long.class, "SELECT before FROM items ORDER BY id"))
                .isEqualTo(from(0));
    }

    @Test
    void executeMany_triggerOfAPartition_runsAsForEachStatement() {
        shop.execute("DROP TABLE items");
        shop.execute("CREATE TABLE items (id serial, code text, n int) PARTITION BY RANGE (n)");
        shop.execute("CREATE TABLE items_all PARTITION OF items FOR VALUES FROM (0) TO (1000)");
        assertThat(seen("CREATE TRIGGER noting AFTER INSERT ON items_all FOR EACH ROW EXECUTE FUNCTION note()"))
                .isEqualTo(from(1));
        assertThat(shop.queryOne(Long.class, "SELECT count(*) FROM items_all")).isEqualTo(500);
    }

    @Test
    void executeMany_policyThatCountsRows_isAskedForEachRow() {
        shop.execute("ALTER TABLE items ENABLE ROW LEVEL SECURITY");
        shop.execute("ALTER TABLE items FORCE ROW LEVEL SECURITY");
        shop.execute("CREATE OR REPLACE FUNCTION rows_before() RETURNS bigint LANGUAGE plpgsql STABLE"
                + " AS $$ BEGIN RETURN (SELECT count(*) FROM items); END $$");
        shop.execute("CREATE POLICY visible ON items FOR SELECT USING (true)");
        shop.execute("CREATE POLICY limited ON items FOR INSERT WITH CHECK (rows_before() < 450)");
        assertThatThrownBy(() -> shop.executeMany(INSERT, lists(500)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("42501");
    }

    @Test
    void executeMany_rowThatRefersToALaterOne_isAnErrorAsOneByOne() {
        shop.execute("ALTER TABLE items ADD CONSTRAINT later FOREIGN KEY (n) REFERENCES items (id)");
        List<List<Object>> lists = IntStream.range(0, 500)
                .mapToObj(i -> List.<Object>of("c" + i, 500 - i))
                .toList();
        assertThatThrownBy(() -> shop.executeMany(INSERT, lists)).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void executeMany_viewsAndRules_areWrittenThrough() {
        shop.execute("CREATE VIEW big_items AS SELECT code, n FROM items WHERE n >= 10 WITH CHECK OPTION");
        List<List<Object>> lists = lists(600);
        assertThat(shop.executeMany("INSERT INTO big_items (code, n) VALUES ($1, $2)", lists.subList(10, 600)))
                .isEqualTo(590);
        assertThatThrownBy(() -> shop.executeMany("INSERT INTO big_items (code, n) VALUES ($1, $2)", lists))
                .isInstanceOf(DatabaseException.class);
        shop.execute("CREATE RULE quiet AS ON INSERT TO items WHERE NEW.n > 0 DO INSTEAD NOTHING");
        shop.execute("DELETE FROM items");
        shop.executeMany(INSERT, lists);
        assertThat(stored()).containsExactly(0);
    }
}
