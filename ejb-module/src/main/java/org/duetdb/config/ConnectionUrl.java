package org.duetdb.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duetdb.config.ServerAddress.Host;

/**
 * A connection URL in parts: {@code postgresql://user:password@host:5432/name?sslmode=require} (libpq, "Connection
 * URIs"), {@code postgres://…}, or the driver's {@code jdbc:postgresql://host/name?user=…&password=…}.
 *
 * @param address hosts, database and driver properties
 * @param user null if the URL has none
 * @param password null if the URL has none
 */
record ConnectionUrl(ServerAddress address, String user, Secret password) {

    private static final List<String> SCHEMES = List.of("jdbc:postgresql://", "postgresql://", "postgres://");

    /**
     * Takes a URL apart.
     *
     * @throws IllegalArgumentException if it is malformed; the message says how and never quotes the URL
     */
    static ConnectionUrl parse(String url) {
        String scheme = SCHEMES.stream()
                .filter(url::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "it does not start with postgresql://, postgres:// or jdbc:postgresql://"));
        String rest = url.substring(scheme.length());

        int question = rest.indexOf('?');
        Map<String, String> properties = properties(question < 0 ? "" : rest.substring(question + 1));
        String path = question < 0 ? rest : rest.substring(0, question);

        int slash = path.indexOf('/');
        if (slash < 0 || slash == path.length() - 1) {
            throw new IllegalArgumentException("it names no database (…://host:5432/name)");
        }
        String authority = path.substring(0, slash);
        String database = decode(path.substring(slash + 1), "the database name");

        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        int colon = credentials.indexOf(':');
        String user = decode(colon < 0 ? credentials : credentials.substring(0, colon), "the user");
        String password = colon < 0 ? null : decode(credentials.substring(colon + 1), "the password");

        String userProperty = properties.remove("user");
        String passwordProperty = properties.remove("password");
        return new ConnectionUrl(
                new ServerAddress(hosts(authority.substring(at + 1)), database, properties),
                user.isEmpty() ? userProperty : user,
                secret(password == null ? passwordProperty : password));
    }

    private static Secret secret(String password) {
        return password == null ? null : new Secret(password);
    }

    private static List<Host> hosts(String text) {
        List<Host> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            hosts.add(host(host));
        }
        return hosts;
    }

    private static Host host(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        if (text.startsWith("[") && end == 0) {
            throw new IllegalArgumentException("an IPv6 address has no closing bracket");
        }
        String name = end < 0 ? text : text.substring(0, end);
        String port = end < 0 || end == text.length() ? "" : text.substring(end);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("it names no host");
        }
        if (name.startsWith("[")) {
            name = name.substring(1, name.length() - 1);
        }
        return new Host(decode(name, "the host"), port.isEmpty() ? Host.DEFAULT_PORT : port(port));
    }

    private static int port(String colonAndDigits) {
        try {
            int port = colonAndDigits.startsWith(":")
                    ? Integer.parseInt(colonAndDigits, 1, colonAndDigits.length(), 10)
                    : 0;
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below: the text may hold a part of a password that was not encoded
        }
        throw new IllegalArgumentException(
                "a port is not a number from 1 to 65535 (a password with @ : / ? # or % must be percent-encoded)");
    }

    private static Map<String, String> properties(String query) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("a parameter after the question mark has no name or no value");
                }
                properties.put(
                        decode(pair.substring(0, equals), "a parameter"),
                        decode(pair.substring(equals + 1), "a parameter"));
            }
        }
        return properties;
    }

    private static String decode(String text, String part) {
        try {
            return PercentEncoding.decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(part + " holds a % that is not followed by two hexadecimal digits");
        }
    }
}
