package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScannerTest {

    @Test
    void parse_placeholdersInAnyOrder_becomeQuestionMarksWithTheirOrder() throws Exception {
        ParsedSql sql = SqlScanner.parse("SELECT $2, $1, $2");
        assertThat(sql.jdbc()).isEqualTo("SELECT ?, ?, ?");
        assertThat(sql.order()).containsExactly(1, 0, 1);
        assertThat(sql.parameterCount()).isEqualTo(2);
    }

    @Test
    void parse_questionMarkOperators_areDoubled() throws Exception {
        assertThat(SqlScanner.parse("SELECT a ? $1, a ?| b, a ?& b, a @? b FROM t")
                        .jdbc())
                .isEqualTo("SELECT a ?? ?, a ??| b, a ??& b, a @?? b FROM t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '$1 ? ''$2'''",
                "SELECT E'\\'$1', E'\\\\'",
                "SELECT e'it''s $1'",
                "SELECT U&'$1', B'01', X'1F', N'$1'",
                "SELECT $$ $1 ? $$, $tag$ $1 $$ $2 $tag$",
                "SELECT \"a$1\", \"b\"\"$2\" FROM t",
                "SELECT 1 -- $1 ?\n, 2",
                "SELECT 1 /* $1 /* ? */ $2 */, 2",
                "SELECT a$1, été$2, _x$3 FROM t",
                "SELECT 'a'::text, 1::int, a::jsonb FROM t",
                "SELECT 1.5e10, 0x1F, 1_000",
                ""
            })
    void parse_textWithoutPlaceholders_staysAsItIs(String text) throws Exception {
        ParsedSql sql = SqlScanner.parse(text);
        assertThat(sql.jdbc()).isEqualTo(text);
        assertThat(sql.parameterCount()).isZero();
    }

    @Test
    void parse_placeholderAfterOperatorsAndCasts_isFound() throws Exception {
        assertThat(SqlScanner.parse("SELECT a->>$1,b||$2,$3::int,(-$4),[$5]").jdbc())
                .isEqualTo("SELECT a->>?,b||?,?::int,(-?),[?]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT $2", "SELECT $1, $3", "SELECT $0", "SELECT $65536", "SELECT $1a", "SELECT $99999999999"})
    void parse_numbersThatAreNotOneToN_areRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse(text)).isInstanceOf(SqlSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 'a", "SELECT E'a\\'", "SELECT \"a", "SELECT $$a", "SELECT $x$a$y$", "SELECT /* /* */"})
    void parse_unfinishedText_isRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining("has no end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "  commit work",
                "/* x */ -- y\n END",
                "SELECT 1; ROLLBACK",
                "begin",
                "START TRANSACTION",
                "ABORT",
                "SAVEPOINT a",
                "RELEASE SAVEPOINT a",
                "ROLLBACK TO a",
                "PREPARE TRANSACTION 'x'",
                "COMMIT PREPARED 'x'",
                ";;commit"
            })
    void parse_transactionControl_isRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining("is not sent as SQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'COMMIT'",
                "SELECT commit FROM t",
                "PREPARE p AS SELECT 1",
                "SELECT CASE WHEN true THEN 1 END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                "DO $$ BEGIN PERFORM 1; END $$",
                "(SELECT 1)"
            })
    void parse_wordsOfTransactionControlElsewhere_arePlainText(String text) throws Exception {
        assertThat(SqlScanner.parse(text).jdbc()).isEqualTo(text);
    }
}
