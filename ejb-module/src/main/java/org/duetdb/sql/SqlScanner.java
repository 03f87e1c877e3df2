package org.duetdb.sql;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Reads a statement as the server's scanner does (PostgreSQL, "Lexical Structure"), as far as it takes to know which
 * {@code $n} are placeholders, which question marks are operators, and where statements begin.
 */
final class SqlScanner {

    /** The protocol counts parameters in 16 bits. */
    private static final int MOST_PARAMETERS = 65_535;

    private final String sql;
    private final StringBuilder jdbc;
    private final TransactionCommands commands = new TransactionCommands();
    private final BitSet seen = new BitSet();
    private int[] order = new int[8];
    private int count;
    private int at;

    private SqlScanner(String sql) {
        this.sql = sql;
        this.jdbc = new StringBuilder(sql.length() + 16);
    }

    /**
     * Parses a statement.
     *
     * @throws SqlSyntaxException if it is not complete, leaves out a number, or controls transactions
     */
    static ParsedSql parse(String sql) throws SqlSyntaxException {
        return new SqlScanner(sql).scan();
    }

    private ParsedSql scan() throws SqlSyntaxException {
        while (at < sql.length()) {
            int start = at;
            char c = sql.charAt(at);
            if (isIdentifierStart(c)) {
                word();
            } else if (c >= '0' && c <= '9') {
                number();
            } else if (c == '\'') {
                quoted('\'', false);
            } else if (c == '"') {
                quoted('"', false);
            } else if (c == '-' && next() == '-') {
                lineComment();
            } else if (c == '/' && next() == '*') {
                blockComment();
            } else if (c == '$' && isDigit(next())) {
                placeholder();
                continue;
            } else if (c == '$' && dollarQuoted()) {
                commands.other();
            } else {
                symbol(c);
            }
            jdbc.append(sql, start, at);
        }
        requireNoGap();
        return new ParsedSql(jdbc.toString(), Arrays.copyOf(order, count), seen.length());
    }

    private void word() throws SqlSyntaxException {
        int start = at;
        while (at < sql.length() && isIdentifierPart(sql.charAt(at))) {
            at++;
        }
        if (at == start + 1 && at < sql.length() && sql.charAt(at) == '\'' && (sql.charAt(start) | 0x20) == 'e') {
            quoted('\'', true);
        } else {
            commands.word(sql, start, at);
        }
    }

    private void number() {
        while (at < sql.length()
                && (isIdentifierPart(sql.charAt(at)) || sql.charAt(at) == '.')
                && sql.charAt(at) != '$') {
            at++;
        }
        commands.other();
    }

    private void quoted(char quote, boolean backslash) throws SqlSyntaxException {
        commands.other();
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && backslash) {
                at++;
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    return;
                }
            }
        }
        throw unfinished(quote == '"' ? "a quoted identifier" : "a string");
    }

    private void lineComment() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
    }

    private void blockComment() throws SqlSyntaxException {
        int depth = 0;
        while (at + 1 < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        throw unfinished("a comment");
    }

    /** Reads {@code $tag$ … $tag$}, if it is one that begins here. */
    private boolean dollarQuoted() throws SqlSyntaxException {
        int end = at + 1;
        while (end < sql.length() && isIdentifierPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end == sql.length() || sql.charAt(end) != '$') {
            return false;
        }
        String delimiter = sql.substring(at, end + 1);
        int close = sql.indexOf(delimiter, end + 1);
        if (close < 0) {
            throw unfinished("a dollar-quoted string");
        }
        at = close + delimiter.length();
        return true;
    }

    private void placeholder() throws SqlSyntaxException {
        commands.other();
        int start = ++at;
        int number = 0;
        while (isDigit(here())) {
            number = Math.min(number * 10 + (sql.charAt(at++) - '0'), MOST_PARAMETERS + 1);
        }
        if (number == 0 || number > MOST_PARAMETERS || isIdentifierPart(here())) {
            throw new SqlSyntaxException(
                    "DUET-201",
                    "the placeholder at character " + start + " is not one of $1 to $" + MOST_PARAMETERS,
                    "number the parameters from 1");
        }
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
        }
        order[count++] = number - 1;
        seen.set(number - 1);
        jdbc.append('?');
    }

    private void symbol(char c) {
        at++;
        if (c == '?') {
            jdbc.append('?');
        }
        if (c == ';') {
            commands.separator();
        } else if (!Character.isWhitespace(c)) {
            commands.other();
        }
    }

    private void requireNoGap() throws SqlSyntaxException {
        int missing = seen.nextClearBit(0);
        if (missing < seen.length()) {
            throw new SqlSyntaxException(
                    "DUET-201",
                    "the statement uses $" + seen.length() + " but not $" + (missing + 1),
                    "number the parameters without a gap");
        }
    }

    private static SqlSyntaxException unfinished(String what) {
        return new SqlSyntaxException("DUET-201", what + " in the statement has no end", "close it");
    }

    private char here() {
        return at < sql.length() ? sql.charAt(at) : 0;
    }

    private char next() {
        return at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isIdentifierStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || isDigit(c) || c == '$';
    }
}
