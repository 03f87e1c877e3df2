package org.duetdb.sql;

import static org.duetdb.sql.Letters.at;

/** {@code $tag$…$tag$}: a tag is a name without dollars, or nothing. */
final class DollarString {

    private DollarString() {}

    /** Where the string that starts there ends. */
    static int end(CharSequence sql, int start) throws SqlSyntaxException {
        int i = start + 1;
        boolean knownToDriver = true;
        if (Letters.isNameStart(at(sql, i))) {
            knownToDriver = Character.isJavaIdentifierStart(at(sql, i));
            while (at(sql, i) != '$' && Letters.isNamePart(at(sql, i))) {
                knownToDriver &= Character.isJavaIdentifierPart(at(sql, i));
                i++;
            }
        }
        if (at(sql, i) != '$') {
            throw SqlSyntaxException.stray('$', start);
        }
        if (!knownToDriver) {
            throw SqlSyntaxException.unknownToDriver(start);
        }
        return closed(sql, start, i + 1);
    }

    /** A delimiter has dollars at its ends only, so what has matched in vain is never looked at again. */
    private static int closed(CharSequence sql, int start, int body) throws SqlSyntaxException {
        int length = body - start;
        int matched = 0;
        for (int i = body; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (matched > 0 && c == sql.charAt(start + matched)) {
                matched++;
            } else {
                matched = c == '$' ? 1 : 0;
            }
            if (matched == length) {
                return i + 1;
            }
        }
        throw SqlSyntaxException.unfinished("a dollar-quoted string");
    }

    /**
     * Writes the string so that the driver sees it begin: to the driver it does not directly behind a digit, or behind
     * another one's closing dollar.
     */
    static void write(CharSequence sql, int start, int end, StringBuilder jdbc) {
        if (!jdbc.isEmpty() && Character.isJavaIdentifierPart(jdbc.charAt(jdbc.length() - 1))) {
            jdbc.append(' ');
        }
        jdbc.append(sql, start, end);
    }
}
