package org.duetdb.sql;

import java.util.List;
import java.util.Random;

/** Texts made of pieces that mean something to a scanner, mostly without being statements. */
final class Fragments {

    private static final List<String> PIECES = LexicalForms.known(List.of(
            "'",
            "''",
            "\"",
            "\"\"",
            "\\",
            "\\'",
            "$",
            "$$",
            "$a$",
            "$é$",
            "$×$",
            "$1",
            "$2",
            "$3",
            "$1",
            "$12",
            "$0",
            "$a",
            "?",
            "?|",
            "?&",
            "@?",
            "??",
            "/*",
            "*/",
            "/*/",
            "--",
            "-",
            "*",
            "/",
            "+",
            "\n",
            "\r",
            "\t",
            "\f",
            " ",
            " ",
            " ",
            "E'",
            "e'",
            "E",
            "e",
            "U&'",
            "U&\"",
            "N'",
            "B'",
            "X'",
            "U&",
            "a",
            "a$1",
            "é",
            "é$",
            "x1",
            "_",
            "1",
            "1.",
            ".5",
            "1e5",
            "1e",
            "0x1F",
            "1_0",
            "..",
            ".",
            ",",
            "(",
            ")",
            "[",
            "]",
            "::",
            ":=",
            ":",
            ";",
            "=",
            "<",
            ">",
            "~",
            "!",
            "@",
            "#",
            "^",
            "&",
            "|",
            "`",
            "%",
            "SELECT",
            "INSERT INTO t (a) VALUES (",
            "ON CONFLICT",
            "RETURNING",
            "CREATE FUNCTION",
            "PREPARE p AS",
            "SET",
            "AS",
            "UESCAPE",
            "'a'",
            "\"a\"",
            "E'a'",
            "$$a$$",
            "'a'\n'b'",
            "E'a'\n'b\\''",
            "E'a''\\''",
            "/* a */",
            "-- a\n",
            "\u00a0",
            "×",
            "×$",
            "😀",
            "😀$$",
            "{",
            "}",
            "\u0001",
            "\0",
            "\ud83d",
            "\ude00"));

    private final Random random;

    Fragments(Random random) {
        this.random = random;
    }

    String any() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(any());
        }
        return text.toString();
    }

    /** The text with some pieces put in, left out or said twice. */
    String mutation(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), at + random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, any());
                case 1 -> mutated.delete(at, to);
                default -> mutated.insert(to, mutated.substring(at, to));
            }
        }
        return mutated.toString();
    }
}
