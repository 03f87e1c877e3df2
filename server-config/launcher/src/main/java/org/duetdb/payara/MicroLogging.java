package org.duetdb.payara;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * The logging of Payara Micro: its own, without colours, without 200 lines about other people's certificates that have
 * expired, without the remarks of its monitoring, and without the three lines for each connection that cannot be had,
 * which Duet reports itself.
 */
final class MicroLogging {

    private static final String OWN = "MICRO-INF/domain/logging.properties";

    private static final String CHANGES = """

            com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false
            javax.enterprise.resource.resourceadapter.com.sun.enterprise.resource.allocator.level=OFF
            javax.enterprise.resource.resourceadapter.com.sun.enterprise.connectors.level=OFF
            javax.enterprise.resource.resourceadapter.com.sun.gjc.spi.level=OFF
            javax.enterprise.system.security.ssl.level=SEVERE
            javax.enterprise.system.tools.monitor.level=SEVERE
            org.glassfish.admin.amx.level=SEVERE
            fish.payara.boot.runtime.BootCommand.level=WARNING
            """;

    private MicroLogging() {}

    static String of(Path server) throws IOException {
        try (JarFile jar = new JarFile(server.toFile());
                InputStream own = jar.getInputStream(jar.getEntry(OWN))) {
            return new String(own.readAllBytes(), StandardCharsets.UTF_8) + CHANGES;
        }
    }
}
