package org.duetdb.sql;

/** The characters as the server's scanner sees them: beyond ASCII every one is a letter. */
final class Letters {

    private Letters() {}

    /** The character there, or NUL, which no text holds, behind the end. */
    static char at(CharSequence sql, int index) {
        return index < sql.length() ? sql.charAt(index) : 0;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }

    /** Key words and names are folded in ASCII only. */
    static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Refuses what cannot be sent at all: NUL, and half a surrogate pair. */
    static void requireSendable(CharSequence sql) throws SqlSyntaxException {
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                throw SqlSyntaxException.stray(c, i);
            }
            if (Character.isHighSurrogate(c) && !Character.isLowSurrogate(at(sql, ++i))) {
                throw SqlSyntaxException.stray(c, i - 1);
            }
        }
    }
}
