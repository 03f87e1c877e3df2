package org.duetdb.harness;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The jars that this program runs from, for what takes them elsewhere. */
public final class CodeJar {

    private CodeJar() {}

    /**
     * Returns the jar that a class was loaded from.
     *
     * @throws IllegalStateException if it was loaded from a folder: the build has not come to its package phase
     */
    public static Path of(Class<?> type) {
        try {
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!jar.toString().endsWith(".jar")) {
                throw new IllegalStateException(type.getName() + " does not come from a jar: run the phase package");
            }
            return jar;
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
