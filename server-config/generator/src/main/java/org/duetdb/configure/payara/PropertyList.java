package org.duetdb.configure.payara;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Properties as one option of a command holds them: {@code name=value:name=value}. */
final class PropertyList {

    private static final Pattern PROPERTY = Pattern.compile("([^=:]+)=((?:\\\\.|[^\\\\:])*)");

    private PropertyList() {}

    static String of(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + escaped(property.getValue()))
                .collect(Collectors.joining(":"));
    }

    static Map<String, String> parse(String list) {
        Map<String, String> properties = new LinkedHashMap<>();
        Matcher property = PROPERTY.matcher(list);
        while (property.find()) {
            properties.put(property.group(1), property.group(2).replaceAll("\\\\(.)", "$1"));
        }
        return properties;
    }

    /** Escapes what the syntax takes for its own; a reference to a secret is told by the name, and has none of it. */
    private static String escaped(String value) {
        return value.startsWith("${MPCONFIG=") ? value : value.replaceAll("[\\\\:=\"']", "\\\\$0");
    }
}
