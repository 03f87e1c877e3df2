package org.duetdb.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tells where everything is, in one block. */
final class Announcement {

    private Announcement() {}

    static void print(PrintStream out, int port, Map<String, String> databases, Path log) {
        String address = "http://127.0.0.1:" + port;
        StringBuilder text = new StringBuilder("\n");
        text.append("  In a browser, how the databases are\n    ")
                .append(address)
                .append("/\n\n");
        text.append("  Addresses to try\n");
        for (String path :
                List.of("/api/users", "/api/products", "/api/accounts/1", "/api/stats", "/databases", "/health")) {
            text.append("    curl ").append(address).append(path).append('\n');
        }
        text.append("    curl -i -H 'Content-Type: application/json' -d '{\"from\": 1, \"to\": 2, \"amount\": 10.00}' ")
                .append(address)
                .append("/api/transfers\n\n");
        text.append("  Databases, for a user that may look at everything\n");
        for (String name : List.of("primary", "standby", "analytics")) {
            text.append("    %-10s %s%n".formatted(name, databases.get(name)));
        }
        text.append("\n  The server's log\n    ").append(log).append("\n\n");
        text.append("  Ctrl-C ends it all.\n");
        out.println(text);
        out.println("Duet is ready");
    }
}
