package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.duetdb.DbSession;
import org.duetdb.InvalidStatementException;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.UnreadableValueException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made of a row: records, the value of an only column, rows. */
class RecordsIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private DbSession primary;

    record Person(long id, String firstName, BigDecimal balance, boolean active) {}

    record Boxed(Long id, Integer age) {}

    private record Hidden(int id) {}

    record Refusing(int id) {
        Refusing {
            if (id > 1) {
                throw new IllegalArgumentException("secret " + id);
            }
        }
    }

    @BeforeEach
    void session() {
        primary = sessions.session("default", Role.WRITE);
    }

    @Test
    void query_record_takesColumnsInSnakeCaseInAnyOrder() {
        assertThat(primary.query(
                        Person.class,
                        "SELECT 1.50 AS balance, 'Ada' AS first_name, true AS active, n AS id"
                                + " FROM generate_series(1::bigint, 2) AS n"))
                .containsExactly(
                        new Person(1, "Ada", new BigDecimal("1.50"), true),
                        new Person(2, "Ada", new BigDecimal("1.50"), true));
    }

    @Test
    void query_recordComponentsInQuotedCamelCase_matchToo() {
        assertThat(primary.queryOne(
                        Person.class,
                        "SELECT 1::bigint AS id, 'Ada' AS \"firstName\", 2.0 AS balance, false AS active"))
                .isEqualTo(new Person(1, "Ada", new BigDecimal("2.0"), false));
    }

    @Test
    void query_missingAndExtraColumns_areNamed() {
        assertThatThrownBy(
                        () -> primary.query(Person.class, "SELECT 1::bigint AS id, 'x' AS nick_name, 1.0 AS balance"))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("missing first_name, active, extra nick_name");
    }

    @Test
    void query_nullForAPrimitive_namesTheColumn() {
        assertThatThrownBy(() -> primary.query(
                        Person.class, "SELECT NULL::bigint AS id, 'x' AS first_name, 1.0 AS balance, true AS active"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("column id");
        assertThat(primary.queryOne(Boxed.class, "SELECT NULL::bigint AS id, NULL::int AS age"))
                .isEqualTo(new Boxed(null, null));
    }

    @Test
    void query_recordThatIsPrivate_isMadeAllTheSame() {
        assertThat(primary.queryOne(Hidden.class, "SELECT 7 AS id")).isEqualTo(new Hidden(7));
    }

    @Test
    void query_constructorThatThrows_isSaidWithoutItsWords() {
        assertThatThrownBy(() -> primary.query(Refusing.class, "SELECT n AS id FROM generate_series(1, 2) AS n"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("the constructor of")
                .hasMessageNotContaining("secret");
    }

    @Test
    void query_onlyColumn_givesItsValues() {
        assertThat(primary.query(String.class, "SELECT * FROM (VALUES ('a'), (NULL), ('c')) AS v"))
                .isEqualTo(Arrays.asList("a", null, "c"));
        assertThat(primary.queryOne(Long.class, "SELECT count(*) FROM generate_series(1, 3)"))
                .isEqualTo(3L);
    }

    @Test
    void query_onlyColumnOfSeveral_isRefused() {
        assertThatThrownBy(() -> primary.query(Long.class, "SELECT 1::bigint AS a, 2::bigint AS b"))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("2 columns");
    }

    @Test
    void queryOne_noneOrSeveral_areTwoExceptionsForRecordsToo() {
        assertThatThrownBy(() -> primary.queryOne(Hidden.class, "SELECT 1 AS id WHERE false"))
                .isInstanceOf(NoRowException.class);
        assertThatThrownBy(() -> primary.queryOne(Hidden.class, "SELECT n AS id FROM generate_series(1, 2) AS n"))
                .isInstanceOf(MoreThanOneRowException.class);
    }

    @Test
    void queryOptional_noneOneOrSeveral() {
        assertThat(primary.queryOptional("SELECT 1 AS id WHERE false")).isEmpty();
        assertThat(primary.queryOptional("SELECT 1 AS id")).contains(row("id", 1));
        assertThat(primary.queryOptional(Hidden.class, "SELECT 1 AS id")).contains(new Hidden(1));
        assertThat(primary.queryOptional(String.class, "SELECT NULL::text")).isEmpty();
        assertThatThrownBy(() -> primary.queryOptional("SELECT n FROM generate_series(1, 2) AS n"))
                .isInstanceOf(MoreThanOneRowException.class);
    }

    private Row row(String label, Object value) {
        return new ResultRow(ColumnIndex.of(null, label), new Object[] {value});
    }

    @Test
    void query_sameTextWithOtherTypes_isReadAsWhatItIsEachTime() {
        String sql = "SELECT $1 AS value";
        assertThat(primary.queryOne(sql, 1)).isEqualTo(Map.of("value", 1));
        assertThat(primary.queryOne(sql, 1L)).isEqualTo(Map.of("value", 1L));
        assertThat(primary.queryOne(sql, "x")).isEqualTo(Map.of("value", "x"));
        assertThat(primary.queryOne(sql, 2)).isEqualTo(Map.of("value", 2));
    }

    @Test
    void query_tableThatHasChanged_isReadAsWhatItIsNow() {
        primary.execute("DROP TABLE IF EXISTS changing");
        primary.execute("CREATE TABLE changing (moment timestamp)");
        primary.execute("INSERT INTO changing VALUES ('2026-01-01 12:00')");
        String sql = "SELECT moment FROM changing";
        for (int i = 0; i < 8; i++) {
            assertThat(primary.queryOne(sql).get("moment")).isInstanceOf(java.time.LocalDateTime.class);
        }
        primary.execute("ALTER TABLE changing ALTER moment TYPE timestamptz");
        assertThat(primary.queryOne(sql).get("moment")).isInstanceOf(java.time.OffsetDateTime.class);
        primary.execute("ALTER TABLE changing ALTER moment TYPE timestamp");
        assertThat(primary.queryOne(sql).get("moment")).isInstanceOf(java.time.LocalDateTime.class);
        primary.execute("DROP TABLE changing");
    }
}
