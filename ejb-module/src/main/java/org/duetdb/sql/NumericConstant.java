package org.duetdb.sql;

import static org.duetdb.sql.Letters.at;

/** A number: {@code 42}, {@code 1_000}, {@code 0x1F}, {@code 3.5}, {@code .5}, {@code 1e-10}. */
final class NumericConstant {

    private NumericConstant() {}

    /** Where the number that starts there ends. A name may not follow directly. */
    static int end(CharSequence sql, int start) throws SqlSyntaxException {
        int radix = at(sql, start) == '0' ? radix(at(sql, start + 1)) : 10;
        int end = radix == 10 ? decimal(sql, start) : digits(sql, start + 2, radix);
        if (radix == 10 ? goesOnAsName(sql, start, end) : end == start + 2 || Letters.isNamePart(at(sql, end))) {
            throw SqlSyntaxException.number(start);
        }
        return end;
    }

    /** The longest reading counts: to the server {@code 1_0$1} and {@code 1e5$1} are {@code 1} and a name. */
    private static boolean goesOnAsName(CharSequence sql, int start, int end) {
        if (at(sql, end) != '$') {
            return Letters.isNameStart(at(sql, end));
        }
        int digits = end - 1;
        while (digits > start && Letters.isDigit(sql.charAt(digits))) {
            digits--;
        }
        return Letters.isNameStart(sql.charAt(digits));
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private static int decimal(CharSequence sql, int start) {
        int end = at(sql, start) == '.' ? start : digits(sql, start, 10);
        // 1..10 is two numbers and two dots
        if (at(sql, end) == '.' && at(sql, end + 1) != '.') {
            end = digits(sql, end + 1, 10);
        }
        if (at(sql, end) == 'e' || at(sql, end) == 'E') {
            int exponent = at(sql, end + 1) == '+' || at(sql, end + 1) == '-' ? end + 2 : end + 1;
            int exponentEnd = digits(sql, exponent, 10);
            return exponentEnd == exponent ? end : exponentEnd;
        }
        return end;
    }

    /** Digits, between which single underscores may stand; none is possible. */
    private static int digits(CharSequence sql, int start, int radix) {
        int end = start;
        while (true) {
            // the prefix of a radix may be followed by one too
            int next = at(sql, end) == '_' && (end > start || radix != 10) ? end + 1 : end;
            if (Character.digit(at(sql, next), radix) < 0 || at(sql, next) >= 0x80) {
                return end;
            }
            end = next + 1;
        }
    }
}
