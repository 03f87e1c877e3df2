package org.duetdb.crash.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What shall happen when a transaction comes to a moment. It is handed over in a file.
 *
 * @param action what happens
 * @param moment when
 * @param nth with which of the transactions that come there from now on: 1 is the next
 */
public record Order(Action action, Moment moment, int nth) {

    /** The environment variable that tells the server where orders come. */
    public static final String PLACE = "DUET_CRASH_ORDER";

    /** What can happen. */
    public enum Action {
        /** The server ends at once, as of {@code kill -9}. */
        HALT,
        /** The thread stops until the order is withdrawn, and says so by another file. */
        HOLD
    }

    /** Hands it over. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, action + " " + moment + " " + nth);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns it; null if there is none. */
    static Order read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String[] words = Files.readString(file).split(" ");
        return new Order(Action.valueOf(words[0]), Moment.valueOf(words[1]), Integer.parseInt(words[2]));
    }

    /** Returns the file that says that a thread is held. */
    public static Path reached(Path file) {
        return file.resolveSibling(file.getFileName() + ".reached");
    }
}
