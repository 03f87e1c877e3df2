package org.duetdb.sql;

/** The kinds of tokens that reading a statement tells apart. */
enum Lexeme {
    /** After the last token. */
    END,
    /** White space, or a comment to the end of the line. */
    SPACE,
    /** A comment between slash-star and star-slash. */
    COMMENT,
    /** A key word, or a name without quotes. */
    WORD,
    /** A name in double quotes. */
    QUOTED_NAME,
    /** {@code '…'}; what stands before it ({@code U&}, {@code B}, {@code X}, {@code N}) is a token of its own. */
    STRING,
    /** {@code E'…'}, with all that continues it on further lines. */
    ESCAPE_STRING,
    /** {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    OPEN,
    CLOSE,
    COMMA,
    DOT,
    SEMICOLON,
    /** A question mark, alone or as a part of an operator. */
    QUESTION_MARK,
    /** One character of any other operator. */
    SYMBOL;

    /** Whether the server's parser sees it at all. */
    boolean isToken() {
        return this != SPACE && this != COMMENT;
    }
}
