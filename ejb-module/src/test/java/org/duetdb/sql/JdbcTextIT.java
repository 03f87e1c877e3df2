package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements through the driver, on the real server: they mean what they would mean without it. */
class JdbcTextIT {

    private static EmbeddedDatabases databases;

    private Connection connection;

    @BeforeAll
    static void start() {
        databases = EmbeddedDatabases.start();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = databases.primary().connect("app");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE t (id int, a jsonb UNIQUE, b uuid, c date, d text DEFAULT 'd')");
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static ParsedSql parse(String sql) {
        try {
            return SqlScanner.parse(sql);
        } catch (SqlSyntaxException refused) {
            throw new AssertionError(refused);
        }
    }

    /** The first column of every result, of every row. */
    private List<String> execute(String sql, String... values) throws SQLException {
        ParsedSql text = parse(sql);
        List<String> parameters = new ArrayList<>();
        for (int parameter : text.order()) {
            parameters.add(values[parameter]);
        }
        return executeJdbc(text.jdbc(), parameters);
    }

    private List<String> executeJdbc(String jdbc, List<String> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(jdbc)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i), Types.OTHER);
            }
            List<String> values = new ArrayList<>();
            boolean rows = statement.execute();
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    read(statement.getResultSet(), values);
                }
                rows = statement.getMoreResults();
            }
            return values;
        }
    }

    private static void read(ResultSet result, List<String> values) throws SQLException {
        while (result.next()) {
            values.add(result.getString(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "SELECT E'a''b\\'$1 ? ' || $1~a'b'$1 ? v",
                "`SELECT E'a'\n'\\'$1 ? ' || $1`~a'$1 ? v",
                "SELECT /*/ ' ? */ $1::text~v",
                "SELECT '\\' || $1~\\v",
                "SELECT ('{\"v\": 1}'::jsonb?$1)::text~true",
                "SELECT $$$1 ? $$||$1||$1~$1 ? vv",
                "SELECT (1*/* /* ' */ ? */2)::text||$1~2v",
                "SELECT $1::text AS a$1~v",
                "SELECT $1::text; -- ? $1~v",
                "SELECT '{d ''x''} {fn now()}' || $1~{d 'x'} {fn now()}v"
            })
    void execute_textThatTheDriverCouldMisread_meansWhatIsWritten(String sql, String expected) throws SQLException {
        assertThat(execute(sql, "v")).containsExactly(expected);
    }

    @Test
    void execute_parameterUsedTwice_isOneToTheServer() throws SQLException {
        assertThat(execute("SELECT d || $1 FROM (VALUES ('a'), ('a')) v (d) GROUP BY d || $1", "x"))
                .containsExactly("ax");
        assertThat(execute(
                        "SELECT DISTINCT d || $2 FROM (VALUES ('a'), ('b')) v (d) WHERE d <> $1 ORDER BY d || $2",
                        "b",
                        "x"))
                .containsExactly("ax");
        assertThat(execute("SELECT d FROM (VALUES ('a')) v (d) WHERE d = $1 OR $1 IS NULL", (String) null))
                .containsExactly("a");
    }

    @Test
    void execute_parameterUsedAsTwoTypes_isRefusedByTheServerUntilCast() throws SQLException {
        assertThatThrownBy(() -> execute("INSERT INTO t (c, d) VALUES ($1, $1)", "2026-01-31"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42P08"));
        execute("INSERT INTO t (c, d) VALUES ($1, $1::date::text)", "2026-01-31");
        assertThat(execute("SELECT c || d FROM t")).containsExactly("2026-01-312026-01-31");
    }

    @Test
    void execute_severalStatements_shareTheParameters() throws SQLException {
        assertThat(execute("SELECT $2 || $1; ;SELECT ($1 || $1 || $2); /* ; */ SELECT $2::text;", "a", "b"))
                .containsExactly("ba", "aab", "b");
    }

    @Test
    void execute_functionInStandardSql_keepsItsArguments() throws SQLException {
        execute(
                "CREATE FUNCTION pg_temp.f(int, int) RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE $1 WHEN 1 THEN $2 END; END");
        execute("CREATE FUNCTION pg_temp.g(int) RETURNS int RETURN $1 + 1");
        assertThat(execute("SELECT pg_temp.f(1, $1) + pg_temp.g($2)", "2", "3")).containsExactly("6");
    }

    @Test
    void execute_statementBehindAFunctionInStandardSql_isRefusedByTheServer() {
        assertThatThrownBy(() ->
                        execute("CREATE FUNCTION pg_temp.h() RETURNS int BEGIN ATOMIC SELECT 1; END; SELECT $1", "v"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42601"));
    }

    @Test
    void execute_preparedStatement_keepsItsParameters() throws SQLException {
        execute("PREPARE p AS SELECT $1 || $2");
        assertThat(execute("EXECUTE p('a', 'b')")).containsExactly("ab");
    }
}
