package org.duetdb.sql;

import static org.duetdb.sql.Letters.at;

/**
 * Splits a text into tokens as the server's scanner does (PostgreSQL, "Lexical Structure"; its {@code scan.l}), with
 * {@code standard_conforming_strings} on.
 *
 * <p>It reads forwards only. What it looks ahead over (a comment, the body of a string, the space behind one) it has
 * consumed afterwards, or it looks over it once more and then has. So it takes a time that grows with the length of the
 * text and no faster.
 */
final class SqlLexer {

    private static final String SYMBOLS = "[]:~!@#^&|`+-*/%<>=";

    private final CharSequence sql;
    private int start;
    private int end;

    SqlLexer(CharSequence sql) {
        this.sql = sql;
    }

    /** Where the current token starts. */
    int start() {
        return start;
    }

    /** Where the current token has ended. */
    int end() {
        return end;
    }

    /** Whether the current token is a word, or a name in quotes that is one, given in lower case. */
    boolean is(String word) {
        int from = sql.charAt(start) == '"' ? start + 1 : start;
        if (end - start - 2 * (from - start) != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Letters.lowerCase(sql.charAt(from + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Moves to the next token and says what it is. */
    Lexeme next() throws SqlSyntaxException {
        start = end;
        if (start == sql.length()) {
            return Lexeme.END;
        }
        char c = sql.charAt(start);
        char following = at(sql, start + 1);
        if (Letters.isSpace(c)) {
            return space();
        }
        if (Letters.isNameStart(c)) {
            boolean escapes = following == '\'' && (c == 'e' || c == 'E');
            return escapes ? to(EscapeString.end(sql, start), Lexeme.ESCAPE_STRING) : word();
        }
        if (Letters.isDigit(c) || c == '.' && Letters.isDigit(following)) {
            return to(NumericConstant.end(sql, start), Lexeme.NUMBER);
        }
        return switch (c) {
            case '\'' -> quoted(Lexeme.STRING, "a string");
            case '"' -> quoted(Lexeme.QUOTED_NAME, "a quoted identifier");
            case '$' ->
                Letters.isDigit(following) ? parameter() : to(DollarString.end(sql, start), Lexeme.DOLLAR_STRING);
            case '-' -> following == '-' ? to(Comment.lineEnd(sql, start), Lexeme.SPACE) : one(Lexeme.SYMBOL);
            case '/' -> following == '*' ? to(Comment.end(sql, start), Lexeme.COMMENT) : one(Lexeme.SYMBOL);
            case '(' -> one(Lexeme.OPEN);
            case ')' -> one(Lexeme.CLOSE);
            case ',' -> one(Lexeme.COMMA);
            case '.' -> following == '.' ? to(start + 2, Lexeme.SYMBOL) : one(Lexeme.DOT);
            case ';' -> one(Lexeme.SEMICOLON);
            case '?' -> one(Lexeme.QUESTION_MARK);
            default -> symbol(c);
        };
    }

    private Lexeme space() {
        int i = start + 1;
        while (Letters.isSpace(at(sql, i))) {
            i++;
        }
        return to(i, Lexeme.SPACE);
    }

    private Lexeme word() throws SqlSyntaxException {
        int i = start + 1;
        for (; Letters.isNamePart(at(sql, i)); i++) {
            // the driver looks for a dollar-quoted string there
            if (sql.charAt(i) == '$' && !Character.isJavaIdentifierPart(sql.charAt(i - 1))) {
                throw SqlSyntaxException.unknownToDriver(start);
            }
        }
        return to(i, Lexeme.WORD);
    }

    /** To the closing quote; a doubled one is none. */
    private Lexeme quoted(Lexeme kind, String what) throws SqlSyntaxException {
        char quote = sql.charAt(start);
        int i = start + 1;
        while (i < sql.length()) {
            if (sql.charAt(i++) == quote) {
                if (at(sql, i) != quote) {
                    return to(i, kind);
                }
                i++;
            }
        }
        throw SqlSyntaxException.unfinished(what);
    }

    private Lexeme parameter() throws SqlSyntaxException {
        int i = start + 1;
        while (Letters.isDigit(at(sql, i))) {
            i++;
        }
        if (Letters.isNameStart(at(sql, i))) {
            throw SqlSyntaxException.placeholder(start);
        }
        return to(i, Lexeme.PARAMETER);
    }

    private Lexeme symbol(char c) throws SqlSyntaxException {
        if (SYMBOLS.indexOf(c) < 0) {
            throw SqlSyntaxException.stray(c, start);
        }
        return one(Lexeme.SYMBOL);
    }

    private Lexeme one(Lexeme kind) {
        return to(start + 1, kind);
    }

    private Lexeme to(int newEnd, Lexeme kind) {
        end = newEnd;
        return kind;
    }
}
