package org.duetdb.configure.liberty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The driver's properties as one URL.
 *
 * <p>As properties of their own Liberty would know some of them under other names (those of the methods of the driver's
 * datasource), read some as durations, and replace {@code ${…}} in their values. In a URL each has the name that the
 * driver's documentation gives it, and is encoded.
 */
final class DriverUrl {

    private DriverUrl() {}

    /** Returns it; {@code url} is among the properties. */
    static String of(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> !property.getKey().equals("url"))
                .map(property -> property.getKey() + "=" + encoded(property.getValue()))
                .collect(Collectors.joining("&", properties.get("url") + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
