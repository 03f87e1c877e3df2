package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.session.Failure.SECRET;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import org.duetdb.DatabaseException;
import org.duetdb.InvalidSqlException;
import org.duetdb.InvalidValueException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.StatementCancelledException;
import org.duetdb.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/** What is made of failures that are hard to bring about on a server. */
class SqlFailuresTest {

    private static final Origin ORIGIN = new Origin("default", Role.WRITE, "test");

    /** An error as the server sends it (PostgreSQL, "Error and Notice Message Fields"). */
    private static PSQLException server(String sqlState, String message, String... fields) {
        return new PSQLException(
                new ServerErrorMessage("SERROR\0C" + sqlState + "\0M" + message + "\0" + String.join("\0", fields)));
    }

    private static DatabaseException translated(Throwable failure) {
        DatabaseException translated = SqlFailures.translate(failure, ORIGIN);
        assertThat(Failure.traceOf(translated)).doesNotContain(SECRET);
        return translated;
    }

    @ParameterizedTest
    @CsvSource({
        "08006, org.duetdb.UnavailableException, DUET-109",
        "28000, org.duetdb.UnavailableException, DUET-109",
        "53200, org.duetdb.UnavailableException, DUET-109",
        "57P03, org.duetdb.UnavailableException, DUET-109",
        "57P05, org.duetdb.UnavailableException, DUET-109",
        "25P03, org.duetdb.TransactionTimeoutException, DUET-240",
        "23000, org.duetdb.ConstraintViolationException, DUET-211",
        "P0002, org.duetdb.RaisedException, DUET-243",
        "40003, org.duetdb.DatabaseException, DUET-214",
        "UE001, org.duetdb.DatabaseException, DUET-214",
        "0100E, org.duetdb.DatabaseException, DUET-214",
        "25P02, org.duetdb.DatabaseException, DUET-214"
    })
    void translate_sqlState_decidesTheType(String sqlState, Class<?> type, String code) {
        DatabaseException failure = translated(server(sqlState, SECRET));
        assertThat(failure).isExactlyInstanceOf(type).hasMessageContaining("(SQLSTATE " + sqlState + ")");
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void translate_stoppedInAnotherLanguage_saysBothThatItMayBe() {
        assertThat(translated(server("57014", "storniere Anweisung wegen Zeitüberschreitung der Anweisung")))
                .isExactlyInstanceOf(StatementCancelledException.class)
                .hasMessageContaining("it took too long, or somebody cancelled it");
    }

    @Test
    void translate_everyField_isInTheError() {
        ServerError error = translated(server(
                        "42P01",
                        "words " + SECRET,
                        "D" + SECRET,
                        "H" + SECRET,
                        "W" + SECRET,
                        "sschema",
                        "ttable",
                        "ccolumn",
                        "dtype",
                        "nconstraint",
                        "P7",
                        "p8"))
                .error();
        assertThat(error)
                .isEqualTo(new ServerError(
                        "42P01",
                        "ERROR",
                        "words " + SECRET,
                        SECRET,
                        SECRET,
                        SECRET,
                        "schema",
                        "table",
                        "column",
                        "type",
                        "constraint",
                        7,
                        8));
        assertThat(error)
                .hasToString("ServerError[sqlState=42P01, severity=ERROR, schema=schema, table=table, column=column,"
                        + " dataType=type, constraint=constraint, position=7]");
    }

    /** A place in the statement is named before any value is known; within a function anything may be quoted. */
    @Test
    void translate_wordsAboutAPlaceInTheStatement_arePassedOn() {
        assertThat(translated(server("42703", "no such column", "Hthere is another", "P7")))
                .hasMessageContaining("no such column (SQLSTATE 42703)")
                .hasMessageEndingWith("; there is another")
                .hasRootCauseMessage("no such column");
        assertThat(translated(server("42703", SECRET, "H" + SECRET, "P7", "Wfunction f")))
                .isExactlyInstanceOf(InvalidSqlException.class);
        assertThat(translated(server("22P02", SECRET, "P7"))).isExactlyInstanceOf(InvalidValueException.class);
    }

    @Test
    void translate_lostConnection_keepsWhyInTheCause() {
        PSQLException lost =
                new PSQLException("I/O, sending " + SECRET, PSQLState.CONNECTION_FAILURE, new EOFException());
        DatabaseException failure = translated(new IllegalStateException(new SQLException("wrapped", lost)));
        assertThat(failure).isExactlyInstanceOf(UnavailableException.class).hasRootCauseInstanceOf(IOException.class);
        assertThat(failure.getCause()).isInstanceOf(SQLException.class);
    }

    /** Where the driver's classes are not visible, its words cannot be told from the server's. */
    @ParameterizedTest
    @CsvSource({"22003", "23505", "42601", "0A000", "55000", "99999"})
    void translate_withoutTheDriversClasses_quotesNothing(String sqlState) {
        DatabaseException failure = translated(new SQLException("ERROR: " + SECRET, sqlState));
        assertThat(failure.sqlState()).isEqualTo(sqlState);
        assertThat(failure.error().message()).contains(SECRET);
    }

    @Test
    void translate_noSqlState_isOutsideTheServer() {
        DatabaseException failure = translated(new IllegalArgumentException("not JSON"));
        assertThat(failure.code()).isEqualTo("DUET-210");
        assertThat(failure).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(failure.sqlState()).isNull();
    }

    @Test
    void translate_failuresThatGoInCircles_end() {
        SQLException first = new SQLException("first");
        SQLException second = new SQLException("second");
        first.setNextException(second);
        second.initCause(first);
        assertThat(translated(first).code()).isEqualTo("DUET-210");
    }
}
