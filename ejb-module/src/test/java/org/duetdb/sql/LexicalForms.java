package org.duetdb.sql;

import java.util.List;
import org.duetdb.ServerVersion;

/** Which ways to write a number, and which white space, the server knows. */
final class LexicalForms {

    private static final int NUMBERS_AND_VERTICAL_TAB = 16;

    private LexicalForms() {}

    /** Returns what the server knows of a list. */
    static List<String> known(List<String> fragments) {
        return ServerVersion.isAtLeast(NUMBERS_AND_VERTICAL_TAB)
                ? fragments
                : fragments.stream()
                        .filter(fragment -> !fragment.matches("0[xob].*|\\d_.*|.*\u000b"))
                        .toList();
    }
}
