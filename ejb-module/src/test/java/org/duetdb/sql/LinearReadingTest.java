package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a text is made, reading it costs a bounded number of looks at each character. Counted, not timed. */
class LinearReadingTest {

    private static final int LENGTH = 1 << 20;
    private static final int LOOKS = 32;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a",
                "$a$",
                "$a$b",
                "$$",
                "$$a",
                "$1",
                "$1;",
                "$65535;",
                "$a1$ $a2",
                "/*",
                "/* */",
                "*/",
                "/*/",
                "'",
                "''",
                "'a'\n",
                "E'",
                "E''",
                "E'' ",
                "E'' --\n",
                "E''\n''",
                "E'\\'",
                "E'\\\\",
                "e'' \n -- ' \n - ",
                "\"",
                "\"\"",
                "\"a",
                "--",
                "-- \n",
                "-",
                "- -",
                "+--\n",
                "U&'",
                "N'",
                "a",
                "a$",
                "é$$",
                "a ",
                "1",
                "1.",
                "1 .",
                "1e",
                "0x",
                "0x1 ",
                "1_",
                "..",
                "?",
                "$1?",
                "(",
                "()",
                ";",
                "a;",
                "begin ",
                "set ;",
                "prepare ;",
                "create function begin atomic ;",
                "create function begin atomic case end ",
                "insert into ",
                "insert into t (a,",
                "insert into t values ($1",
                "insert into a.",
                "\\",
                " ",
                "\n",
                "😀"
            })
    void parse_pieceRepeatedAMillionTimes_looksAtEachCharacterAFewTimes(String piece) {
        assertReadInAFewLooks(piece.repeat(LENGTH / piece.length()));
        assertReadInAFewLooks("$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab$" + piece.repeat(LENGTH / 8));
        assertReadInAFewLooks("insert into t (a) values ($1, " + piece.repeat(LENGTH / 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "é_1"})
    void parse_longTagWithManyNearlyLikeIt_looksAtEachCharacterAFewTimes(String piece) {
        String tag = "$" + piece.repeat(1000);
        assertReadInAFewLooks(tag + "$ " + (tag + "x$ " + tag + " ").repeat(300) + tag + "$");
    }

    private static void assertReadInAFewLooks(String text) {
        assertThatCode(() -> parse(new CountedText(text, LOOKS)))
                .as(text.substring(0, 60))
                .doesNotThrowAnyException();
    }

    private static void parse(CountedText text) {
        try {
            SqlScanner.parse(text);
        } catch (SqlSyntaxException refused) {
            // many of the texts are no statements
        }
    }
}
