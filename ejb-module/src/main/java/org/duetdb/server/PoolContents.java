package org.duetdb.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of a pool in words meant for people.
 *
 * @param text lines, some of them {@code name=number}
 */
record PoolContents(String text) {

    /** Returns the number of that name; null if there is none. */
    Integer number(String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + "=(\\d{1,9})$", Pattern.MULTILINE)
                .matcher(text);
        return line.find() ? Integer.valueOf(line.group(1)) : null;
    }
}
