package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duetdb.session.Failure.SECRET;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.AccessDeniedException;
import org.duetdb.DatabaseException;
import org.duetdb.DbSession;
import org.duetdb.InvalidSqlException;
import org.duetdb.InvalidValueException;
import org.duetdb.RaisedException;
import org.duetdb.ReadOnlyException;
import org.duetdb.Role;
import org.duetdb.UniqueViolationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error that one statement can have, on a real server. The driver is as it comes: it logs details. */
class ErrorsIT {

    private static final String TABLES = """
            CREATE TABLE room (id int PRIMARY KEY, name text);
            CREATE TABLE locked (id int);
            CREATE FUNCTION refuse(text) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not %', $1 USING DETAIL = $1, HINT = $1; END $$;
            CREATE FUNCTION refuse_as_duplicate(text) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not %', $1 USING ERRCODE = 'unique_violation', DETAIL = $1; END $$;
            CREATE FUNCTION run(text) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN EXECUTE $1; RETURN 1; END $$;
            GRANT ALL ON room TO duet_app;
            GRANT EXECUTE ON FUNCTION pg_read_file(text) TO duet_app;
            """;

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private DbSession primary;

    @BeforeAll
    static void start() throws SQLException {
        try (Connection connection = sessions.databases().primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @BeforeEach
    void open() {
        primary = sessions.session("default", Role.WRITE);
    }

    /** The last three are read by parsers of their own: the statement itself has no error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "22P02 ; SELECT $1::int",
                "22P02 ; SELECT $1::json",
                "22007 ; SELECT $1::timestamptz",
                "22023 ; SELECT set_config('TimeZone', $1, false)",
                "22012 ; SELECT 1 / (length($1) - 9)",
                "42601 ; SELECT to_tsquery($1 || ' ' || $1)",
                "42601 ; SELECT ($1 || ' ' || $1)::tsquery",
                "42601 ; SELECT ($1 || '[')::jsonpath"
            })
    void valueThatDoesNotFit_isQuotedNowhere(String state, String sql) {
        InvalidValueException failure =
                Failure.of(InvalidValueException.class, "DUET-212", state, () -> primary.query(sql, SECRET));
        assertThat(failure.error().message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42601 | SELEC 1             | syntax error at or near \"SELEC\"",
                "42P01 | SELECT * FROM nosuch | relation \"nosuch\" does not exist",
                "42703 | SELECT nosuch FROM room | column \"nosuch\" does not exist",
                "42883 | SELECT name = 1 FROM room | operator does not exist: text = integer",
                "42P07 | CREATE TABLE room () | relation \"room\" already exists"
            })
    void statementThatIsNotValid_isSaidInTheServersWords(String state, String sql, String words) {
        InvalidSqlException failure =
                Failure.of(InvalidSqlException.class, "DUET-241", state, () -> primary.query(sql));
        assertThat(failure).hasMessageContaining(words);
    }

    /** The server takes these for names, or for statements, and quotes them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "42P01 ; SELECT $1::regclass",
                "42P01 ; SELECT nextval($1)",
                "42602 ; SELECT set_config($1 || '.x', '', false)",
                "42704 ; SELECT to_tsvector($1::regconfig, '')",
                "42703 ; SELECT run('SELECT \"' || $1 || '\"')",
                "42601 ; SELECT run('SELECT 1 ''' || $1 || '''')"
            })
    void valueThatIsTakenForAName_isQuotedNowhere(String state, String sql) {
        Failure.of(InvalidSqlException.class, "DUET-241", state, () -> primary.query(sql, SECRET));
    }

    @Test
    void accessDenied_namesTheTable() {
        AccessDeniedException failure = Failure.of(
                AccessDeniedException.class, "DUET-242", "42501", () -> primary.query("SELECT * FROM locked"));
        assertThat(failure).hasMessageContaining("permission denied for table locked");
    }

    @Test
    void raisedByAFunction_hasItsWordsInTheErrorOnly() {
        RaisedException failure = Failure.of(
                RaisedException.class, "DUET-243", "P0001", () -> primary.query("SELECT refuse($1)", SECRET));
        assertThat(failure.error().message()).isEqualTo("not " + SECRET);
        assertThat(failure.error().where()).contains("refuse");
    }

    @Test
    void raisedWithAnotherState_isTheExceptionOfThat() {
        Failure.of(
                UniqueViolationException.class,
                "DUET-230",
                "23505",
                () -> primary.query("SELECT refuse_as_duplicate($1)", SECRET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"58P01 | SELECT pg_read_file($1)", "0A000 | SELECT date_trunc('timezone_h', now()), $1::text"})
    void anyOther_isADatabaseException(String state, String sql) {
        DatabaseException failure =
                Failure.of(DatabaseException.class, "DUET-214", state, () -> primary.query(sql, SECRET));
        assertThat(failure).hasMessageContaining("the server reported an error").hasMessageContaining("message()");
    }

    @Test
    void statementWithoutRows_inQuery_saysWhatToCall() {
        DatabaseException failure = Failure.of(
                DatabaseException.class,
                "DUET-214",
                "02000",
                () -> primary.query("UPDATE room SET name = 'x'" + " WHERE false"));
        assertThat(failure).hasMessageContaining("use execute()");
    }

    @Test
    void readOnly_tellsTheRoleWhatToDo() {
        DbSession standby = sessions.session("default", Role.READ);
        assertThat(Failure.of(ReadOnlyException.class, "DUET-213", "25006", () -> standby.execute("DELETE FROM kinds")))
                .hasMessageContaining("write through the session of the write role");
        DbSession demoted = sessions.session(
                "default", Role.WRITE, source -> source.setOptions("-c default_transaction_read_only=on"));
        assertThat(Failure.of(ReadOnlyException.class, "DUET-213", "25006", () -> demoted.execute("DELETE FROM room")))
                .hasMessageContaining("check that the address of the write role is that of the primary");
    }
}
