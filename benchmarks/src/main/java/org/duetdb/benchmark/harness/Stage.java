package org.duetdb.benchmark.harness;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the JVM of a library must know of its surroundings. It goes through a file that only its owner can read: a
 * command line would show the password to everybody.
 *
 * @param url the JDBC URL
 * @param user the user
 * @param password the password
 * @param gatePort where to ask for turns
 */
public record Stage(String url, String user, String password, int gatePort) {

    /** The system property that names the file. */
    public static final String FILE = "duet.benchmark.stage";

    /** Reads the file that the system property names. */
    static Stage current() {
        Properties values = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty(FILE)))) {
            values.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Stage(
                values.getProperty("url"),
                values.getProperty("user"),
                values.getProperty("password"),
                Integer.parseInt(values.getProperty("gate")));
    }

    /** Writes the file. */
    public void write(Path path) throws IOException {
        Properties values = new Properties();
        values.setProperty("url", url);
        values.setProperty("user", user);
        values.setProperty("password", password);
        values.setProperty("gate", Integer.toString(gatePort));
        try (Writer file = Files.newBufferedWriter(path)) {
            values.store(file, null);
        }
    }
}
