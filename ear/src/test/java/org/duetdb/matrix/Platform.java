package org.duetdb.matrix;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What one run of the tests stood on.
 *
 * @param launch the name of the run: {@code payara-micro}, {@code wildfly} …
 * @param server the application server and its version
 * @param java the version of the JVM
 * @param postgres the version of PostgreSQL
 */
public record Platform(String launch, String server, String java, String postgres) {

    private static final String SERVER = "server";
    private static final String JAVA = "java";
    private static final String POSTGRES = "postgres";

    /** Leaves a note of it in a folder. */
    public void note(Path folder) throws IOException {
        Properties note = new Properties();
        note.setProperty(SERVER, server);
        note.setProperty(JAVA, java);
        note.setProperty(POSTGRES, postgres);
        try (Writer file = Files.newBufferedWriter(file(Files.createDirectories(folder), launch))) {
            note.store(file, null);
        }
    }

    /** Takes the note of a run away; null if there is none: the run has not been since the last time. */
    static Platform take(Path folder, String launch) throws IOException {
        Path file = file(folder, launch);
        if (!Files.exists(file)) {
            return null;
        }
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            note.load(reader);
        }
        Files.delete(file);
        return new Platform(launch, note.getProperty(SERVER), note.getProperty(JAVA), note.getProperty(POSTGRES));
    }

    private static Path file(Path folder, String launch) {
        return folder.resolve(launch + ".properties");
    }
}
