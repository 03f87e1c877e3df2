package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session on a real server, with each statement standing alone. Its transactions are tested in the container. */
class JdbcDbSessionIT {

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private DbSession primary;
    private DbSession standby;

    @BeforeEach
    void clear() {
        primary = sessions.session("default", Role.WRITE);
        standby = sessions.session("default", Role.READ);
        primary.execute("DELETE FROM kinds");
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
    void query_textThatLooksLikeSql_staysAText() {
        String text = "'; DROP TABLE kinds; --";
        assertThat(primary.queryOne("SELECT $1::text AS text", text)).containsExactly(entry("text", text));
        assertThat(primary.query("SELECT id FROM kinds WHERE h = $1", text)).isEmpty();
    }

    @Test
    void execute_nowAsText_isTheTimeOfTheServer() {
        primary.execute("INSERT INTO kinds (id, n) VALUES (1, $1)", "NOW()");
        assertThat(primary.queryOne("SELECT now() - n BETWEEN '0' AND '1 minute' AS recent FROM kinds"))
                .containsExactly(entry("recent", true));
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
        JdbcDbSession closed = sessions.session("default", Role.WRITE);
        closed.close();
        assertThat(closed.state()).isEqualTo(TransactionState.CLOSED);
        assertThatThrownBy(() -> closed.query("SELECT 1")).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> closed.executeMany("SELECT 1", List.of())).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(closed::begin).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> closed.setAutoCommit(true)).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void query_noDatasource_namesTheJndiNameAndTheKey() {
        DbSession missing = sessions.sessionWithoutSource("analytics", Role.READ);
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
        assertThatThrownBy(() -> row.get("c", Integer.class)).isInstanceOf(UnreadableValueException.class);
        assertThatThrownBy(() -> row.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
    }
}
