package org.duetdb.sql;

import static org.duetdb.sql.Letters.at;

/** {@code E'…'}, in which a backslash takes the meaning from the character behind it. */
final class EscapeString {

    private EscapeString() {}

    /** Where the string that starts there ends. It may go on behind a newline, and is of the same kind there. */
    static int end(CharSequence sql, int start) throws SqlSyntaxException {
        int i = start + 2;
        while (i < sql.length()) {
            char c = sql.charAt(i++);
            if (c == '\\') {
                i++;
            } else if (c == '\'' && at(sql, i) == '\'') {
                i++;
            } else if (c == '\'') {
                int continued = continuation(sql, i);
                if (continued < 0) {
                    return i;
                }
                i = continued;
            }
        }
        throw SqlSyntaxException.unfinished("a string");
    }

    /** Behind a closing quote: where the string goes on, behind an opening quote on a further line, or -1. */
    private static int continuation(CharSequence sql, int from) {
        boolean newline = false;
        int i = from;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (Letters.isSpace(c)) {
                newline |= Letters.isNewline(c);
                i++;
            } else if (c == '-' && at(sql, i + 1) == '-') {
                i = Comment.lineEnd(sql, i);
            } else {
                return newline && c == '\'' ? i + 1 : -1;
            }
        }
        return -1;
    }

    /**
     * Writes the string so that the driver finds the same end. To the driver a doubled quote, and a continuation, begin
     * a string without escapes: with {@code \047} in the place of an escaped quote it does not matter.
     */
    static void write(CharSequence sql, int start, int end, StringBuilder jdbc) {
        int i = start;
        while (i < end) {
            char c = sql.charAt(i++);
            jdbc.append(c);
            if (c == '\\' && i < end) {
                char escaped = sql.charAt(i++);
                jdbc.append(escaped == '\'' ? "047" : String.valueOf(escaped));
            }
        }
    }
}
