package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.duetdb.BulkInsert;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.InvalidStatementException;
import org.duetdb.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows into one table, some of which exist, or are twice in the input. */
class BulkUpsertIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession shop;

    record Price(String code, BigDecimal price) {}

    @BeforeEach
    void createTable() {
        shop = sessions.transactionalSession("default");
        shop.execute("DROP TABLE IF EXISTS prices");
        shop.execute("CREATE TABLE prices (id serial, code text UNIQUE, price numeric(8, 2) DEFAULT 1, note text"
                + " DEFAULT 'new')");
        shop.execute("INSERT INTO prices (code, price, note) VALUES ('a', 10, 'old'), ('b', 20, 'old')");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Code, price and note of each row, by code. */
    private void assertStored(Tuple... rows) {
        assertThat(shop.query("SELECT code, price::text AS price, note FROM prices ORDER BY code, id"))
                .extracting(row -> row.get("code"), row -> row.get("price"), row -> row.get("note"))
                .containsExactly(rows);
    }

    private static Map<String, Object> row(Object... columnsAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }

    @Test
    void insert_rowThatExists_isAnError() {
        assertThatThrownBy(() -> shop.into("prices").insert(List.of(row("code", "a"))))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void skipExisting_countsOnlyWhatIsNew() {
        List<Price> rows = List.of(new Price("a", null), new Price("c", new BigDecimal("3")));
        assertThat(shop.into("prices").skipExisting("code").insert(rows)).isEqualTo(1);
        assertThat(shop.into("prices").skipExisting().insert(rows)).isZero();
        assertStored(tuple("a", "10.00", "old"), tuple("b", "20.00", "old"), tuple("c", "3.00", "new"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500})
    void skipExisting_sameKeyTwice_keepsTheFirst(int more) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("code", "x", "price", 1));
        rows.add(row("code", "x", "note", "second"));
        rows.add(row("code", "y", "note", "first"));
        rows.add(row("code", "y", "price", 2));
        IntStream.range(0, more).forEach(i -> rows.add(row("code", "b")));
        assertThat(shop.into("prices").skipExisting("code").insert(rows)).isEqualTo(2);
        assertStored(
                tuple("a", "10.00", "old"),
                tuple("b", "20.00", "old"),
                tuple("x", "1.00", "new"),
                tuple("y", "1.00", "first"));
    }

    @Test
    void skipExisting_returning_givesWhatIsNew() {
        List<Row> added = shop.into("prices")
                .skipExisting("code")
                .insertReturning(List.of(row("code", "a"), row("code", "c")), "code", "note");
        assertThat(added).hasSize(1);
        assertThat(added.get(0)).containsExactly(entry("code", "c"), entry("note", "new"));
    }

    @Test
    void skipExisting_anotherConstraint_isAnError() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> shop.into("prices").skipExisting("note").insert(List.of(row("note", "x"))))
                .matches(failure -> failure.sqlState().equals("42P10"));
    }

    @Test
    void updateExisting_columnsLeftOut_stayOrTakeTheirDefault() {
        BulkInsert into = shop.into("prices").updateExisting("code");
        assertThat(into.insert(List.of(
                        row("code", "a", "price", 11),
                        row("code", "b", "note", null),
                        row("code", "c", "price", 13),
                        row("code", "d", "note", "given"))))
                .isEqualTo(4);
        assertStored(
                tuple("a", "11.00", "old"),
                tuple("b", "20.00", null),
                tuple("c", "13.00", "new"),
                tuple("d", "1.00", "given"));
    }

    @Test
    void updateExisting_keyOnly_isInsertedOrChangesNothing() {
        assertThat(shop.into("prices").updateExisting("code").insert(List.of(row("code", "a"), row("code", "z"))))
                .isEqualTo(1);
        assertStored(tuple("a", "10.00", "old"), tuple("b", "20.00", "old"), tuple("z", "1.00", "new"));
    }

    @Test
    void updateExisting_sameKeyTwice_isOneRowWithTheLastValueOfEachColumn() {
        BulkInsert into = shop.into("prices").updateExisting("code");
        assertThat(into.insert(List.of(
                        row("code", "a", "price", 1, "note", "first"),
                        row("code", "a", "price", 2),
                        row("code", "n", "note", "first"),
                        row("code", "n", "price", 7),
                        row("code", "a"),
                        row("code", "n", "note", "last"))))
                .isEqualTo(2);
        assertStored(tuple("a", "2.00", "first"), tuple("b", "20.00", "old"), tuple("n", "7.00", "last"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 20_000})
    void updateExisting_manyRows_updatesAndInserts(int count) {
        List<Price> rows = IntStream.range(0, count)
                .mapToObj(i -> new Price("k" + i, BigDecimal.valueOf(i)))
                .toList();
        shop.into("prices").insert(rows.subList(0, 200));
        assertThat(shop.into("prices").updateExisting("code").insert(rows)).isEqualTo(count);
        assertThat(shop.queryOne(Long.class, "SELECT sum(price)::bigint FROM prices WHERE code LIKE 'k%'"))
                .isEqualTo((long) count * (count - 1) / 2);
    }

    @Test
    void updateExisting_alternatingColumns_isDoneInFewStatements() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(i % 2 == 0 ? row("code", "k" + i, "price", i) : row("code", "k" + i, "note", "n" + i));
        }
        Collections.shuffle(rows, new Random(7));
        assertThat(shop.into("prices").updateExisting("code").insert(rows)).isEqualTo(1_000);
        List<Row> again = shop.into("prices").updateExisting("code").insertReturning(rows, "note", "code");
        assertThat(again)
                .hasSize(1_000)
                .allMatch(row -> List.copyOf(row.keySet()).equals(List.of("note", "code")));
        assertThat(shop.queryOne(
                        Long.class,
                        "SELECT count(*) FROM prices"
                                + " WHERE 'k' || substr(note, 2) = code OR 'k' || price::int = code"))
                .isEqualTo(1_000);
    }

    @Test
    void updateExisting_returning_givesEachRowOnce() {
        List<Row> stored = shop.into("prices")
                .updateExisting("code")
                .insertReturning(List.of(row("code", "a", "price", 1), row("code", "c", "price", 2), row("code", "b")));
        assertThat(stored)
                .extracting(row -> row.get("code"), row -> row.get("note"))
                .containsExactlyInAnyOrder(tuple("a", "old"), tuple("c", "new"));
    }

    @Test
    void updateExisting_severalColumnsInTheKey_areOneKey() {
        shop.execute("DROP TABLE IF EXISTS stock");
        shop.execute("CREATE TABLE stock (shop int, code text, n int, PRIMARY KEY (shop, code))");
        BulkInsert into = shop.into("public.stock").updateExisting("code", "shop");
        assertThat(into.insert(List.of(
                        row("shop", 1, "code", "a", "n", 1),
                        row("shop", 2, "code", "a", "n", 2),
                        row("shop", 1, "code", "a", "n", 3))))
                .isEqualTo(2);
        assertThat(shop.query(Integer.class, "SELECT n FROM stock ORDER BY shop"))
                .containsExactly(3, 2);
        shop.execute("DROP TABLE stock");
    }

    @Test
    void updateExisting_keyWithNull_isAlwaysNew() {
        BulkInsert into = shop.into("prices").updateExisting("code");
        assertThat(into.insert(List.of(
                        row("code", null, "price", 1), row("code", null, "price", 2), row("code", "a", "price", 3))))
                .isEqualTo(3);
        assertStored(
                tuple("a", "3.00", "old"),
                tuple("b", "20.00", "old"),
                tuple(null, "1.00", "new"),
                tuple(null, "2.00", "new"));
    }

    /** Keys that only the database knows to be the same. */
    private void createAmounts() {
        shop.execute("DROP TABLE IF EXISTS amounts");
        shop.execute("CREATE TABLE amounts (amount numeric PRIMARY KEY, a text, b text)");
    }

    @Test
    void updateExisting_keysThatTheDatabaseHoldsForEqual_areAnError() {
        createAmounts();
        for (int more : List.of(0, 500)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            rows.add(row("amount", new BigDecimal("1.0"), "a", "first"));
            IntStream.range(0, more).forEach(i -> rows.add(row("amount", new BigDecimal(i + 2), "a", "x")));
            rows.add(row("amount", new BigDecimal("1.00"), "a", "last"));
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(
                            () -> shop.into("amounts").updateExisting("amount").insert(rows))
                    .matches(failure -> failure.sqlState().equals("21000"));
            assertThat(shop.queryOne(Long.class, "SELECT count(*) FROM amounts"))
                    .isZero();
        }
        shop.execute("DROP TABLE amounts");
    }

    @Test
    void updateExisting_equalKeysInPartsThatChangePlaces_areAnErrorAndNothingIsStored() {
        createAmounts();
        BulkInsert into = shop.into("amounts").updateExisting("amount");
        List<Map<String, Object>> rows = List.of(
                row("amount", 7, "a", "x"),
                row("amount", new BigDecimal("1.0"), "a", "first", "b", "first"),
                row("amount", new BigDecimal("1.00"), "a", "last"));
        assertThatThrownBy(() -> into.insert(rows))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("DUET-254");
        assertThatThrownBy(() -> into.insertReturning(rows, "a")).hasMessageContaining("DUET-254");
        assertThat(shop.queryOne(Long.class, "SELECT count(*) FROM amounts")).isZero();
        shop.execute("DROP TABLE amounts");
    }

    @Test
    void updateExisting_equalKeysInPartsInTheirOrder_areStoredOneAfterTheOther() {
        createAmounts();
        BulkInsert into = shop.into("amounts").updateExisting("amount");
        assertThat(into.insert(List.of(
                        row("amount", new BigDecimal("1.0"), "a", "first"),
                        row("amount", new BigDecimal("1.00"), "b", "last"))))
                .isEqualTo(2);
        assertThat(shop.queryOne("SELECT a, b FROM amounts")).containsExactly(entry("a", "first"), entry("b", "last"));
        shop.execute("DROP TABLE amounts");
    }

    @Test
    void updateExisting_rowWithoutItsKey_isRefusedWithItsNumber() {
        assertThatThrownBy(() -> shop.into("prices")
                        .updateExisting("code")
                        .insert(List.of(row("code", "a"), row("price", 4711))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("DUET-253 row 2 has no code")
                .hasMessageNotContaining("4711");
        assertThatThrownBy(() -> shop.into("prices").updateExisting()).hasMessageContaining("DUET-253");
        assertThatThrownBy(() -> shop.into("prices").updateExisting((String[]) null))
                .hasMessageContaining("DUET-253");
    }

    @Test
    void bulkInsert_isImmutable_andTheLastChoiceCounts() {
        BulkInsert plain = shop.into("prices");
        BulkInsert skipping = plain.updateExisting("code").skipExisting("code");
        List<Map<String, Object>> rows = List.of(row("code", "a", "price", 1));
        assertThat(skipping.insert(rows)).isZero();
        assertThatThrownBy(() -> plain.insert(rows)).isInstanceOf(ConstraintViolationException.class);
        assertThat(skipping.updateExisting("code").insert(rows)).isEqualTo(1);
    }
}
