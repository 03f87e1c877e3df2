package org.duetdb.rest;

/** What cannot stand in a JSON string as it is (RFC 8259 §7). */
final class JsonEscapes {

    private static final String HEX = "0123456789abcdef";

    private JsonEscapes() {}

    /** Returns whether a character must be escaped wherever it stands. */
    static boolean isNeeded(char letter) {
        return letter < ' ' || letter == '"' || letter == '\\';
    }

    /** Returns the text with what must be escaped. Half a surrogate pair must: it has no UTF-8. */
    static String in(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        int letter;
        for (int i = 0; i < text.length(); i += Character.charCount(letter)) {
            letter = text.codePointAt(i);
            if (letter <= Character.MAX_VALUE && (isNeeded((char) letter) || Character.isSurrogate((char) letter))) {
                escape((char) letter, escaped);
            } else {
                escaped.appendCodePoint(letter);
            }
        }
        return escaped.toString();
    }

    private static void escape(char letter, StringBuilder to) {
        to.append('\\');
        switch (letter) {
            case '"', '\\' -> to.append(letter);
            case '\b' -> to.append('b');
            case '\f' -> to.append('f');
            case '\n' -> to.append('n');
            case '\r' -> to.append('r');
            case '\t' -> to.append('t');
            default -> {
                to.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    to.append(HEX.charAt(letter >> shift & 15));
                }
            }
        }
    }
}
