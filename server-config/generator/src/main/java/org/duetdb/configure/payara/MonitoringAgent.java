package org.duetdb.configure.payara;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.duetdb.configure.ConfigureException;

/** The agent of Payara Micro's own, in its jar, without which every figure of a pool stays 0. */
final class MonitoringAgent {

    /** The name that the server gives it. */
    static final String NAME = "flashlight-agent.jar";

    private static final String ENTRY = "MICRO-INF/runtime/" + NAME;

    private MonitoringAgent() {}

    /**
     * Returns the jar of the agent.
     *
     * @param server the jar of Payara Micro
     * @throws ConfigureException if it is not that ({@code DUET-502})
     */
    static byte[] content(Path server) throws IOException {
        try (JarFile jar = new JarFile(server.toFile())) {
            ZipEntry entry = jar.getEntry(ENTRY);
            if (entry == null) {
                throw new ConfigureException("DUET-502 " + server
                        + " is not the jar of Payara Micro; name the folder that holds it with --home");
            }
            try (InputStream content = jar.getInputStream(entry)) {
                return content.readAllBytes();
            }
        }
    }
}
