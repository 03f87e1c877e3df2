package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScannerTest {

    @Test
    void parse_placeholdersInAnyOrder_becomeQuestionMarksWithTheirOrder() throws Exception {
        ParsedSql sql = SqlScanner.parse("SELECT $2, $1, $3");
        assertThat(sql.jdbc()).isEqualTo("SELECT ?, ?, ?");
        assertThat(sql.order()).containsExactly(1, 0, 2);
        assertThat(sql.parameterCount()).isEqualTo(3);
    }

    @Test
    void parse_placeholderUsedAgain_isTheSameParameterToTheServer() throws Exception {
        ParsedSql sql = SqlScanner.parse("SELECT $2, $1, $2, $02, $1");
        assertThat(sql.jdbc()).isEqualTo("SELECT ?, ?, $1, $1, $2");
        assertThat(sql.order()).containsExactly(1, 0);
        assertThat(sql.parameterCount()).isEqualTo(2);
    }

    @Test
    void parse_severalStatements_haveNumbersOfTheirOwn() throws Exception {
        ParsedSql sql = SqlScanner.parse("SELECT $1, $2; SELECT ($2), $2; SELECT $1;");
        assertThat(sql.jdbc()).isEqualTo("SELECT ?, ?; SELECT (?), $1; SELECT ? ");
        assertThat(sql.order()).containsExactly(0, 1, 1, 0);
        assertThat(sql.parameterCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT 1;, 'SELECT 1 '",
        "SELECT 1; ; -- $1, 'SELECT 1    -- $1'",
        "';/* $1 */; SELECT 1;;SELECT 2;', ' /* $1 */  SELECT 1; SELECT 2 '",
        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1;; SELECT 2;), CREATE RULE r AS ON INSERT TO t DO (SELECT 1;; SELECT 2;)",
        "';', ' '"
    })
    void parse_statementsOfNothing_areLeftOut(String text, String jdbc) throws Exception {
        assertThat(SqlScanner.parse(text).jdbc()).isEqualTo(jdbc);
    }

    @Test
    void parse_questionMarkOperators_areDoubled() throws Exception {
        assertThat(SqlScanner.parse("SELECT a ? $1, a ?| b, a ?& b, a @? b, a ?- b, ?# FROM t")
                        .jdbc())
                .isEqualTo("SELECT a ?? ?, a ??| b, a ??& b, a @?? b, a ??- b, ??# FROM t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a?$1; a???",
                "$1?$2; ? ???",
                "$1?|$2; ? ??|?",
                "$1??$2; ? ?????",
                "$1$2; ? ?",
                "$1$1$2; ? $1 ?",
                "$1/**/?$2; ?/**/???",
                "a::$1,b:=$2,-$3,@-@$4,*$5; a::?,b:=?,-?,@-@?,*?",
                "\"a\"$1,'a'$2,$$a$$$3,)$4,]$5; \"a\"?,'a'?,$$a$$?,)?,]?",
                "1$1,1.$2,.5$3,1e+5$4,1..$5,1_0.5$6; 1?,1.?,.5?,1e+5?,1..?,1_0.5?"
            })
    void parse_placeholdersNextToOthers_areFoundAndKeptApart(String text, String jdbc) throws Exception {
        assertThat(SqlScanner.parse(text).jdbc()).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '$1 ? ''$2''', 'a\\', ' $1 '",
                "SELECT 'a' -- '\n  '$1'",
                "SELECT E'\\\\', E'\\n$1', e'it''s $1'",
                "SELECT E'a'\n'\\\\$1'  -- '\n\t'$1'",
                "SELECT U&'\\0041 $1', u&'!0041 $1' UESCAPE '!'",
                "SELECT B'01', X'1F', N'$1', b'0'\n'1 $1'",
                "SELECT $$ $1 ? $$, $tag$ $1 $$ $tag $2 $TAG$ $tag$, $é_1$ $1 $é_1$",
                "SELECT $a$$1$a$, $$$1$$, $a$ $b$a$",
                "SELECT \"a$1\", \"b\"\"$2\", U&\"c$1\" FROM t",
                "SELECT 1 -- $1 ?\n, 2 -- $1\r, 3 --",
                "SELECT 1 /* $1 /* ? */ $2 */, 2 /**/ /***/ /* * / */",
                "SELECT 1 +-- $1\n 2 */* $1 */ 3 -/* $1 */4 @--",
                "SELECT a$1, été$2, _x$3, 名$1, a$$, b$tag$ FROM t",
                "SELECT 'a'::text, 1::int, a:=b, a[1:2]",
                "SELECT 1.5e10, 1.e5, .5E-3, 1..10, 0x1F, 0X_F, 0o17, 0b01, 1_000.000_1",
                "\u000b\f\t",
                ""
            })
    void parse_textWithoutPlaceholders_staysAsItIs(String text) throws Exception {
        ParsedSql sql = SqlScanner.parse(text);
        assertThat(sql.jdbc()).isEqualTo(text);
        assertThat(sql.parameterCount()).isZero();
    }

    @Test
    void parse_whatTheDriverWouldMisread_isWrittenAnotherWay() throws Exception {
        assertThat(SqlScanner.parse("E'a''b\\'c' /*/ ' */ 1$$a$$").jdbc()).isEqualTo("E'a''b\\047c' /* / ' */ 1 $$a$$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PREPARE p (int) AS SELECT $1, $3",
                "CREATE FUNCTION f(int) RETURNS int RETURN $1 + 1",
                "create or replace procedure p(int) BEGIN ATOMIC SELECT $1; SELECT CASE $1 WHEN 1 THEN $3 END; END"
            })
    void parse_argumentsOfWhatIsDefined_areNoPlaceholders(String text) throws Exception {
        ParsedSql sql = SqlScanner.parse(text);
        assertThat(sql.jdbc()).isEqualTo(text);
        assertThat(sql.parameterCount()).isZero();
    }

    @Test
    void parse_statementAfterADefinition_hasPlaceholders() throws Exception {
        assertThat(SqlScanner.parse("PREPARE p AS SELECT $1; SELECT $1").jdbc())
                .isEqualTo("PREPARE p AS SELECT $1; SELECT ?");
        assertThat(SqlScanner.parse("CREATE FUNCTION f(int) BEGIN ATOMIC SELECT 1; END; SELECT $1")
                        .parameterCount())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT $2, $1",
        "'SELECT $1, $3', $3 but not $2",
        "SELECT $0, character 8",
        "SELECT $65536, character 8",
        "SELECT $99999999999999999999, character 8",
        "'SELECT $1, $1a', character 12",
        "SELECT $1é, character 8",
        "SELECT $1E'a', character 8"
    })
    void parse_numbersThatAreNotOneToN_areRefused(String text, String where) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining(where);
    }

    @Test
    void parse_mostPlaceholders_areAccepted() throws Exception {
        StringBuilder text = new StringBuilder("SELECT ");
        for (int i = Placeholders.MOST; i > 0; i--) {
            text.append('$').append(i).append(',');
        }
        ParsedSql sql = SqlScanner.parse(text);
        assertThat(sql.parameterCount()).isEqualTo(Placeholders.MOST);
        assertThat(sql.order()).hasSize(Placeholders.MOST).startsWith(Placeholders.MOST - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a",
                "SELECT 'a''",
                "SELECT E'a\\'",
                "SELECT E'a\\",
                "SELECT E'a'\n'\\'",
                "SELECT N'a",
                "SELECT U&'a",
                "SELECT \"a",
                "SELECT U&\"a\"\"",
                "SELECT $$a$",
                "SELECT $x$a$y$",
                "SELECT $x$a$X$",
                "SELECT /* /* */",
                "SELECT /*/",
                "SELECT 1 +/*"
            })
    void parse_unfinishedText_isRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining("has no end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1a",
                "1_0$1",
                "1.5_0$1",
                "1e+5_0$1",
                "1_",
                "1__0",
                "0x",
                "0x1G",
                "0xF$1",
                "0b12",
                "0o8",
                "1e",
                "1e+",
                "1.5e$1",
                "1e5$1",
                ".5_",
                "1.a",
                "1_e5",
                "1.5é"
            })
    void parse_numberThatRunsIntoAName_isRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse("SELECT " + text))
                .isInstanceOf(SqlSyntaxException.class)
                .hasMessageContaining("character 8");
    }

    @ParameterizedTest
    @CsvSource({
        "'SELECT \0', 8",
        "'''a\0''', 3",
        "'/*\0*/', 3",
        "'a\ud83d', 2",
        "'\"\ud83dx\"', 2",
        "'a\ude00', 2",
        "'SELECT {fn now()}', 8",
        "'a\\b', 2",
        "'a\u0001', 2",
        "'a\u007f', 2",
        "'a $', 3",
        "'$a', 1",
        "'a $a b$', 3"
    })
    void parse_characterThatHasNoMeaning_isRefusedWithItsPlace(String text, int place) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOfSatisfying(
                        SqlSyntaxException.class,
                        refused -> assertThat(refused.code()).isEqualTo("DUET-220"))
                .hasMessageContaining("character " + place + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT a×$$b", "SELECT a\u00a0$tag$", "SELECT 😀$1", "SELECT $×$ ? $×$", "SELECT $a😀$ ? $a😀$"
            })
    void parse_nameThatTheDriverDoesNotKnow_isRefused(String text) {
        assertThatThrownBy(() -> SqlScanner.parse(text))
                .isInstanceOfSatisfying(
                        SqlSyntaxException.class,
                        refused -> assertThat(refused.code()).isEqualTo("DUET-222"))
                .hasMessageContaining("character 8 ");
    }
}
