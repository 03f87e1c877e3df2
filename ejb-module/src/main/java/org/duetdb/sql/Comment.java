package org.duetdb.sql;

import static org.duetdb.sql.Letters.at;

/** {@code --} to the end of the line, and nested comments between slash-star and star-slash. */
final class Comment {

    private Comment() {}

    /** Where the line ends in which the text is there. */
    static int lineEnd(CharSequence sql, int from) {
        int i = from;
        while (i < sql.length() && !Letters.isNewline(sql.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the nested comment that starts there ends. */
    static int end(CharSequence sql, int start) throws SqlSyntaxException {
        int depth = 0;
        int i = start;
        while (i < sql.length()) {
            char c = sql.charAt(i++);
            if (c == '/' && at(sql, i) == '*') {
                depth++;
                i++;
            } else if (c == '*' && at(sql, i) == '/') {
                depth--;
                i++;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw SqlSyntaxException.unfinished("a comment");
    }

    /**
     * Writes the nested comment so that the driver finds the same end: to the driver {@code /*}{@code /} is a whole
     * one.
     */
    static void write(CharSequence sql, int start, int end, StringBuilder jdbc) {
        int from = start;
        if (sql.charAt(start + 2) == '/') {
            jdbc.append("/* ");
            from += 2;
        }
        jdbc.append(sql, from, end);
    }
}
