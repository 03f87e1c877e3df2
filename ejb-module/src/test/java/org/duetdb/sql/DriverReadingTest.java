package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** What the driver makes of our text has the tokens that were written. */
class DriverReadingTest {

    private static final int TEXTS = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT E'a''b\\'$1 ? \\'', $1",
                "SELECT E'a'\n'b\\'? $1', $1",
                "SELECT E'a\\\\', '? $1', $1",
                "E'\\' ? $1' $1",
                "SELECT\u000bE'\\' ? $1', $1",
                "SELECT 'a\\', $1",
                "SELECT /*/ ' ? $1 */ $1",
                "SELECT /*/*/ ' */ \" */ $1",
                "SELECT $1?$2",
                "SELECT $1?|$2?&$1?$2",
                "SELECT $1$2$1",
                "SELECT $1??$2",
                "SELECT 1$$ ? ' $$$1",
                "SELECT $1$a$ ? ' $a$$1$$ ? ' $$$1",
                "SELECT $$a$$$$ ? ' $$",
                "SELECT a$$, b$1$$, é$$ FROM t WHERE $1",
                "SELECT $1; SELECT $2, $1, $2; SELECT $1",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a SELECT 1; DELETE FROM b); SELECT $1, $1",
                "CREATE FUNCTION f(int) RETURNS int BEGIN ATOMIC SELECT $1; SELECT $1; END",
                "PREPARE p AS SELECT $2, $1; SELECT $1",
                "SELECT +--$1 ?\n-/* ? ' */*/* ' */1"
            })
    void parse_textThatTheDriverCouldMisread_isReadAsWritten(String text) throws Exception {
        ParsedSql sql = SqlScanner.parse(text);
        assertThat(asTheDriverSendsIt(sql)).isEqualTo(tokens(text));
    }

    @Test
    void parse_generatedTexts_areReadAsWritten() throws Exception {
        Seed seed = Seed.of(DriverReadingTest.class);
        Random random = seed.random();
        Fragments fragments = new Fragments(random);
        for (int i = 0; i < TEXTS; i++) {
            String text = fragments.text(8);
            ParsedSql sql;
            try {
                sql = SqlScanner.parse(text);
            } catch (SqlSyntaxException refused) {
                continue;
            }
            assertThat(asTheDriverSendsIt(sql))
                    .as("text %d of %s: <%s>", i, seed, text)
                    .isEqualTo(tokens(text));
        }
    }

    /** The tokens that the server gets, with its parameters by the number that they have here. */
    private static List<String> asTheDriverSendsIt(ParsedSql sql) throws SQLException, SqlSyntaxException {
        String replaced = Parser.replaceProcessing(sql.jdbc(), true, true);
        List<String> tokens = new ArrayList<>();
        int sent = 0;
        for (NativeQuery query : Parser.parseJdbcSql(replaced, true, true, true, false, true)) {
            List<String> written = tokens(query.nativeSql);
            boolean own = String.join(" ", written).matches("(?s)(PREPARE|CREATE FUNCTION)( .*)?");
            for (String token : written) {
                boolean parameter = token.matches("\\$\\d+") && !own;
                tokens.add(parameter ? "$" + (sql.order()[sent + number(token) - 1] + 1) : token);
            }
            sent += query.bindPositions == null ? 0 : query.bindPositions.length;
        }
        assertThat(sent).isEqualTo(sql.order().length);
        return tokens;
    }

    private static int number(String token) {
        return Integer.parseInt(token.substring(1));
    }

    /** The tokens of a text, without the semicolons, of which the driver keeps some. */
    private static List<String> tokens(String text) throws SqlSyntaxException {
        SqlLexer lexer = new SqlLexer(text);
        List<String> tokens = new ArrayList<>();
        for (Lexeme kind = lexer.next(); kind != Lexeme.END; kind = lexer.next()) {
            String token = text.substring(lexer.start(), lexer.end());
            if (kind == Lexeme.PARAMETER) {
                tokens.add("$" + number(token));
            } else if (kind.isToken() && kind != Lexeme.SEMICOLON) {
                tokens.add(kind == Lexeme.ESCAPE_STRING ? token.replace("\\'", "\\047") : token);
            }
        }
        return tokens;
    }
}
