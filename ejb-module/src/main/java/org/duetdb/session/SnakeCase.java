package org.duetdb.session;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns as names of record components, and back. */
final class SnakeCase {

    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private SnakeCase() {}

    /** {@code created_at} is {@code createdAt}; a name without underscores stays as it is. */
    static String toCamelCase(String column) {
        StringBuilder name = new StringBuilder(column.length());
        boolean hump = false;
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            if (c == '_' && !name.isEmpty()) {
                hump = true;
            } else {
                name.append(hump ? Character.toUpperCase(c) : c);
                hump = false;
            }
        }
        return name.toString();
    }

    /** {@code createdAt} is {@code created_at}, {@code userURL} is {@code user_url}. */
    static String of(String component) {
        return HUMP.matcher(component).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
