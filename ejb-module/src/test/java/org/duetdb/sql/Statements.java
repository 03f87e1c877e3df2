package org.duetdb.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Statements that the server accepts, made of every lexical form. Parameters with odd numbers are {@code jsonb}, those
 * with even ones {@code text}.
 */
final class Statements {

    /** Values for the parameters: JSON, so that they fit both types. */
    static final List<String> VALUES =
            List.of("{\"a\": 1}", "\"a\"", "[\"b\", \"$1\"]", "\"it's \\\\ ? \"", "null", "7");

    private static final List<String> SPACE = LexicalForms.known(List.of(
            " ",
            "\n",
            "\t",
            "\r\n",
            "\f",
            " \u000b",
            "/* $1 ' ? */",
            "/*/ \" */",
            "/* /* $$ */ ' */",
            "-- it's $1 ?\n",
            "--\r",
            "/***/",
            "/*/*/ ' */*/"));

    private static final List<String> INSIDE = List.of(
            "$1", "?", "''", "--", "/*", "*/", "\"", "$$", "$a$", "e", "E", " ", "é", "😀", "{d", "}", ";", "a", "U&",
            "\n");

    private static final List<String> ESCAPES =
            List.of("\\'", "''", "\\\\", "\\n", "\\x27", "\\047", "\\u0027", "\\$", "\\\"", "\\é", "\\\n");

    private static final List<String> CONSTANTS = LexicalForms.known(List.of(
            "1_000",
            "0x1F",
            "0o17",
            "0b101",
            "1.5e-3",
            ".5",
            "1.",
            "1.e2",
            "3e1",
            "B'01'",
            "X'1f'",
            "N'$1'",
            "b'1'\n'0'",
            "U&'\\0041 $1'",
            "u&'!0041' UESCAPE '!'",
            "U&'a'\n'$1'",
            "1+-- $1\n2",
            "2*/* ? */3",
            "1-/**/-1",
            "@(-1)",
            "|/4",
            "point '(1,1)'?-point '(2,1)'",
            "@-@path '((0,0),(1,1))'",
            "(ARRAY[1,2,3])[1:2]",
            "'a'~'A'",
            "'a'!~~*'$1'",
            "'{\"$1\":1}'::jsonb@?'$.a'",
            "'{}'::jsonb?|'{a}'::text[]",
            "jsonb '{}'-'?'",
            "e''",
            "''",
            "$$$$",
            "$_$$$$_$"));

    private static final List<String> NAMES =
            List.of("a$1", "b$$", "é$2", "_$a$", "\"a$1\"\" ?\"", "\"/*\"", "U&\"\\0061 $1\"", "名", "e", "u", "\"'\"");

    private final Random random;
    private int most;

    Statements(Random random) {
        this.random = random;
    }

    /** A statement, with what may stand behind one. */
    String next() {
        return body() + end();
    }

    /** A statement with parameters from 1 to some number, which may be 0. */
    String body() {
        most = random.nextInt(VALUES.size() + 1);
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            items.add(item());
        }
        for (int parameter = 1; parameter <= most; parameter++) {
            items.add(random.nextInt(items.size() + 1), parameter % 2 == 1 ? json(parameter) : text(parameter));
        }
        StringBuilder text = new StringBuilder(space(true)).append("SELECT").append(space(false));
        for (String item : items) {
            text.append(item).append(space(true)).append(',').append(space(true));
        }
        return text.append("1").toString();
    }

    private String end() {
        return switch (random.nextInt(8)) {
            case 0 -> "-- $1";
            case 1 -> ";" + space(true) + ";" + space(true);
            default -> space(true);
        };
    }

    private String item() {
        String value = switch (random.nextInt(8)) {
            case 0, 1 -> string();
            case 2, 3 -> escapeString();
            case 4 -> dollarString();
            case 5 -> any(CONSTANTS);
            default -> most == 0 ? any(CONSTANTS) : parameter();
        };
        return random.nextInt(4) == 0 ? value + space(false) + "AS" + space(false) + any(NAMES) : value;
    }

    private String parameter() {
        int parameter = 1 + random.nextInt(most);
        return parameter % 2 == 1 ? json(parameter) : text(parameter);
    }

    private String json(int parameter) {
        String json = "$" + parameter;
        String text = most > 1 ? "$" + 2 * (1 + random.nextInt(most / 2)) : "'a'";
        return switch (random.nextInt(7)) {
            case 0 -> json + "::jsonb";
            case 1 -> json + "::jsonb?" + text;
            case 2 -> json + space(true) + "?" + space(true) + text;
            case 3 -> json + "::jsonb?|ARRAY[" + text + "]";
            case 4 -> json + "::jsonb" + space(true) + "?&" + "ARRAY[" + text + "]";
            case 5 -> json + "::jsonb@?'$.a'";
            default -> "CAST(" + json + " AS jsonb)";
        };
    }

    private String text(int parameter) {
        String text = "$" + parameter;
        return switch (random.nextInt(6)) {
            case 0 -> text + "::text";
            case 1 -> text + "||" + escapeString();
            case 2 -> string() + "||" + text;
            case 3 -> dollarString() + "||" + text + "||" + text;
            case 4 -> "upper(" + space(true) + text + ")";
            default -> "coalesce(" + text + "," + text + "::text)";
        };
    }

    private String string() {
        StringBuilder text = new StringBuilder("'");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(random.nextInt(4) == 0 ? "\\" : any(INSIDE));
            if (random.nextInt(6) == 0) {
                text.append("'").append(continued()).append("'");
            }
        }
        return text.append("'").toString();
    }

    private String escapeString() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "E'" : "e'");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(random.nextInt(2) == 0 ? any(ESCAPES) : any(INSIDE));
            if (random.nextInt(4) == 0) {
                text.append("'").append(continued()).append("'");
            }
        }
        return text.append("'").toString();
    }

    private String continued() {
        return any(List.of("\n", " \n\t", "\r\n", "-- it's \\' ?\n", "\n-- '\n ", " --\n\n"));
    }

    private String dollarString() {
        String tag = any(List.of("$$", "$a$", "$_1$", "$é$", "$E$"));
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(random.nextInt(4) == 0 ? "\\'" : any(INSIDE));
        }
        boolean closes = (text + tag).indexOf(tag) == text.length();
        return tag + (closes ? text : "") + tag;
    }

    private String space(boolean optional) {
        StringBuilder space = new StringBuilder();
        for (int i = random.nextInt(optional ? 3 : 2) + (optional ? -1 : 0); i >= 0; i--) {
            space.append(any(SPACE));
        }
        return space.toString();
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
