package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duetdb.ConstraintViolationException;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.IllegalTransactionStateException;
import org.duetdb.InvalidStatementException;
import org.duetdb.MoreThanOneRowException;
import org.duetdb.NoRowException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.Row;
import org.duetdb.SessionClosedException;
import org.duetdb.TransactionState;
import org.duetdb.UnavailableException;
import org.duetdb.UnreadableValueException;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A session on a real server, with each statement standing alone. Its transactions are tested in the container. */
class JdbcDbSessionIT {

    private static EmbeddedDatabases databases;
    private static final SessionServices SERVICES = new SessionServices();

    private final DbSession primary = session("default", Role.WRITE);
    private final DbSession standby = session("default", Role.READ);

    @BeforeAll
    static void start() throws Exception {
        databases = EmbeddedDatabases.start();
        try (Connection connection = databases.primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE mood AS ENUM ('calm', 'busy'); "
                    + "CREATE TABLE kinds (id int PRIMARY KEY, a smallint, b int, c bigint, d numeric(12,4), e real, "
                    + "f double precision, g boolean, h text, i varchar(5), j bytea, k date, l time, m timestamp, "
                    + "n timestamptz, o uuid, p jsonb, q json, r mood, s inet, t int[], u text[], v uuid[], w numeric); "
                    + "GRANT ALL ON kinds TO duet_app");
        }
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @AfterEach
    void clear() {
        primary.execute("DELETE FROM kinds");
    }

    private static JdbcDbSession session(String alias, Role role) {
        DatabaseSettings settings = settings(databases.configuration(), alias, role);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.address().jdbcUrl());
        source.setUser(settings.user());
        source.setPassword(settings.password().reveal());
        return new JdbcDbSession(
                new ContainerDataSource(new Binding(settings), () -> Optional.of(source)),
                new OutsideTransactions("test"),
                SERVICES);
    }

    private static DatabaseSettings settings(Map<String, String> configuration, String alias, Role role) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "test", 100))
                .build();
        return Settings.read(config, Set.of()).databases().stream()
                .filter(one -> one.alias().equals(alias) && one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private Object roundTrip(String column, Object value) {
        primary.execute("INSERT INTO kinds (id, " + column + ") VALUES (1, $1)", value);
        return primary.queryOne("SELECT " + column + " AS value FROM kinds").get("value");
    }

    @Test
    void execute_integers_arriveExactlyInEveryNumericColumn() {
        primary.execute("INSERT INTO kinds (id, a, b, c, d, e, f, w) VALUES (1, $1, $1, $1, $1, $1, $1, $1)", 4711);
        assertThat(primary.queryOne("SELECT a, b, c, d, e, f, w FROM kinds"))
                .containsExactly(
                        entry("a", 4711),
                        entry("b", 4711),
                        entry("c", 4711L),
                        entry("d", new BigDecimal("4711.0000")),
                        entry("e", 4711f),
                        entry("f", 4711d),
                        entry("w", new BigDecimal("4711")));
    }

    @Test
    void execute_fractions_arriveExactlyInNumericAndFloatColumns() {
        primary.execute("INSERT INTO kinds (id, w, f, e) VALUES (1, $1, $1, $2)", 0.1 + 0.2, 16777217.5f);
        assertThat(primary.queryOne("SELECT w, f, e FROM kinds"))
                .containsExactly(
                        entry("w", new BigDecimal("0.30000000000000004")),
                        entry("f", 0.1 + 0.2),
                        entry("e", 16777218f));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.0,
                Double.MIN_VALUE,
                Double.MAX_VALUE
            })
    void roundTrip_doubleEdges_comeBack(double value) {
        assertThat(roundTrip("f", value)).isEqualTo(value);
    }

    @Test
    void execute_numberTooLarge_isAnErrorAndNotWrapped() {
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> roundTrip("a", 32768))
                .matches(failure -> failure.sqlState().equals("22003"));
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(() -> roundTrip("b", 1L << 31))
                .matches(failure -> failure.sqlState().equals("22003"));
    }

    @Test
    void roundTrip_bigNumbers_keepEveryDigit() {
        BigInteger large = BigInteger.TEN.pow(60).add(BigInteger.ONE);
        assertThat(roundTrip("w", large)).isEqualTo(new BigDecimal(large));
    }

    @Test
    void roundTrip_everyTypeOfTheTable_comesBack() {
        UUID uuid = UUID.randomUUID();
        OffsetDateTime moment = OffsetDateTime.of(2026, 3, 29, 1, 30, 0, 123456000, ZoneOffset.UTC);
        primary.execute(
                """
                INSERT INTO kinds (id, g, h, j, k, l, m, n, o, p, q, r, s, t, u, v)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                """,
                1,
                true,
                "it's $1 ? ü \\",
                new byte[] {0, 1, -1},
                LocalDate.of(2026, 2, 28),
                LocalTime.of(23, 59, 59),
                LocalDateTime.of(2026, 3, 29, 2, 30),
                moment,
                uuid,
                Map.of("amount", new BigDecimal("10.10"), "tags", List.of("a", true)),
                List.of(1, 2),
                "busy",
                "10.0.0.1",
                new int[] {1, 2},
                new String[] {"a\"b", null, "c,d", ""},
                new UUID[] {uuid});
        Row row = primary.queryOne("SELECT g, h, j, k, l, m, n, o, p, q, r, s, t, u, v FROM kinds");
        assertThat(row.get("j", byte[].class)).containsExactly(0, 1, -1);
        assertThat(row.get("n", OffsetDateTime.class)).isEqualTo(moment);
        assertThat(row)
                .contains(
                        entry("g", true),
                        entry("h", "it's $1 ? ü \\"),
                        entry("k", LocalDate.of(2026, 2, 28)),
                        entry("l", LocalTime.of(23, 59, 59)),
                        entry("m", LocalDateTime.of(2026, 3, 29, 2, 30)),
                        entry("o", uuid),
                        entry("p", Map.of("amount", new BigDecimal("10.10"), "tags", List.of("a", true))),
                        entry("q", List.of(new BigDecimal(1), new BigDecimal(2))),
                        entry("r", "busy"),
                        entry("s", "10.0.0.1"),
                        entry("t", List.of(1, 2)),
                        entry("u", Arrays.asList("a\"b", null, "c,d", "")),
                        entry("v", List.of(uuid)));
    }

    @Test
    void execute_text_isReadAsWhatItsPlaceAsksFor() {
        primary.execute(
                "INSERT INTO kinds (id, b, d, k, m, n, o, p, g) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)",
                "42",
                "1.5",
                "2026-01-02",
                "2026-01-02 03:04:05",
                "2026-01-02T03:04:05+01:00",
                "00000000-0000-0000-0000-000000000001",
                "{\"a\": 1}",
                "true");
        assertThat(primary.queryOne(
                        "SELECT b, k, p -> 'a' = $1 AS same FROM kinds WHERE o = $2",
                        "1",
                        "00000000-0000-0000-0000-000000000001"))
                .containsExactly(entry("b", 42), entry("k", LocalDate.of(2026, 1, 2)), entry("same", true));
    }

    @Test
    void roundTrip_null_isNullInEveryColumn() {
        for (String column : List.of(
                "a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t")) {
            assertThat(roundTrip(column, null)).as(column).isNull();
            primary.execute("DELETE FROM kinds");
        }
    }

    @Test
    void roundTrip_instant_isTheSameMoment() {
        Instant moment = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(((OffsetDateTime) roundTrip("n", moment)).toInstant()).isEqualTo(moment);
    }

    @Test
    void query_placeholders_mayRepeatInAnyOrder() {
        assertThat(primary.queryOne("SELECT $2::int - $1::int AS difference, $2::int AS second", 1, 10))
                .containsExactly(entry("difference", 9), entry("second", 10));
    }

    @Test
    void query_jsonbOperators_stayOperators() {
        assertThat(primary.queryOne(
                        "SELECT '{\"a\": 1}'::jsonb ? $1 AS has, '{\"a\": 1}'::jsonb ?| ARRAY['b', $1] AS any", "a"))
                .containsExactly(entry("has", true), entry("any", true));
    }

    @Test
    void query_noRow_isEmpty() {
        assertThat(primary.query("SELECT id FROM kinds")).isEmpty();
    }

    @Test
    void queryOne_noneOrSeveral_areTwoExceptions() {
        assertThatThrownBy(() -> primary.queryOne("SELECT id FROM kinds")).isInstanceOf(NoRowException.class);
        assertThatThrownBy(() -> primary.queryOne("SELECT n FROM generate_series(1, 3) AS n"))
                .isInstanceOf(MoreThanOneRowException.class);
    }

    @Test
    void query_returning_writesAndReturns() {
        assertThat(primary.queryOne("INSERT INTO kinds (id, h) VALUES (7, 'x') RETURNING id, h"))
                .containsExactly(entry("id", 7), entry("h", "x"));
    }

    @Test
    void execute_countsRowsAsTheServerDoes() {
        assertThat(primary.execute("INSERT INTO kinds (id) SELECT generate_series(1, 5)"))
                .isEqualTo(5);
        assertThat(primary.execute("UPDATE kinds SET h = 'x' WHERE id > 2 RETURNING id"))
                .isEqualTo(3);
        assertThat(primary.execute("DELETE FROM kinds WHERE id > 100")).isZero();
        assertThat(primary.execute("CREATE TEMPORARY TABLE passing (id int)")).isZero();
    }

    @Test
    void query_sameLabelTwice_isAnError() {
        assertThatThrownBy(() -> primary.query("SELECT 1 AS a, 2 AS a"))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("label a");
    }

    @Test
    void query_valueThatCannotBeRead_isAnErrorAndNotNull() {
        assertThatThrownBy(() -> primary.query("SELECT 'NaN'::numeric AS n"))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void execute_tooFewOrTooManyParameters_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> primary.execute("INSERT INTO kinds (id) VALUES ($1)"))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("has 1 parameters, 0 are given");
        assertThatThrownBy(() -> primary.execute("DELETE FROM kinds", 1)).isInstanceOf(InvalidStatementException.class);
    }

    @Test
    void execute_typeWithoutCounterpart_namesTheParameterAndNotItsValue() {
        assertThatThrownBy(() -> primary.execute("INSERT INTO kinds (id) VALUES ($1)", new StringBuilder("secret")))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("parameter $1 is a java.lang.StringBuilder")
                .hasMessageNotContaining("secret");
    }

    @Test
    void execute_violatedConstraint_tellsWhichOneAndNoValue() {
        primary.execute("INSERT INTO kinds (id) VALUES (4711)");
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> primary.execute("INSERT INTO kinds (id) VALUES ($1)", 4711))
                .matches(failure -> failure.sqlState().equals("23505"))
                .matches(failure -> failure.constraint().equals("kinds_pkey"))
                .matches(failure -> failure.error().table().equals("kinds"))
                .matches(failure -> failure.origin().alias().equals("default"))
                .matches(failure -> !failure.getMessage().contains("4711"));
    }

    @Test
    void execute_valueThatDoesNotFit_isNotQuotedAnywhere() {
        assertThatThrownBy(() -> primary.execute("INSERT INTO kinds (id) VALUES ($1)", "my-secret"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("22P02")
                .hasStackTraceContaining("22P02")
                .satisfies(failure -> assertThat(traceOf(failure)).doesNotContain("my-secret"));
    }

    private static String traceOf(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void execute_onTheStandby_isRefusedByTheServer() {
        assertThatExceptionOfType(ReadOnlyException.class)
                .isThrownBy(() -> standby.execute("INSERT INTO kinds (id) VALUES (1)"))
                .matches(failure -> failure.sqlState().equals("25006"));
    }

    @Test
    void begin_onTheReadRole_isRefused() {
        assertThatThrownBy(standby::begin).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(standby.state()).isEqualTo(TransactionState.IDLE);
        assertThat(standby.isInTransaction()).isFalse();
    }

    @Test
    void anyCall_afterClose_throwsAndTakesNoConnection() {
        JdbcDbSession closed = session("default", Role.WRITE);
        closed.close();
        assertThat(closed.state()).isEqualTo(TransactionState.CLOSED);
        assertThatThrownBy(() -> closed.query("SELECT 1")).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> closed.executeMany("SELECT 1", List.of())).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(closed::begin).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> closed.setAutoCommit(true)).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void query_noDatasource_namesTheJndiNameAndTheKey() {
        DatabaseSettings settings = settings(databases.configuration(), "analytics", Role.READ);
        DbSession missing = new JdbcDbSession(
                new ContainerDataSource(new Binding(settings), Optional::empty),
                new OutsideTransactions("r"),
                SERVICES);
        assertThatThrownBy(() -> missing.query("SELECT 1"))
                .isInstanceOf(UnavailableException.class)
                .hasMessage(
                        "DUET-101 the server has no datasource jdbc/analytics/read [alias=analytics, role=read]; create "
                                + "its pool from the configuration, or set database.analytics.read.jndi-name");
    }

    @Test
    void row_isAMapThatStaysReadable() {
        Row row = primary.queryOne("SELECT 1 AS a, NULL AS b, 'x' AS c");
        assertThat(row.keySet()).containsExactly("a", "b", "c");
        assertThat(row).hasSize(3).containsEntry("b", null).isEqualTo(new java.util.HashMap<>(row));
        assertThat(row.containsKey("d")).isFalse();
        assertThat(row.get("d")).isNull();
        assertThatThrownBy(() -> row.get("d", String.class)).isInstanceOf(InvalidStatementException.class);
        assertThatThrownBy(() -> row.get("a", String.class)).isInstanceOf(UnreadableValueException.class);
        assertThatThrownBy(() -> row.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
