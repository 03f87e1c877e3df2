package org.duetdb.configure.payara;

import java.nio.file.Path;
import java.util.List;
import org.duetdb.configure.GeneratedFile;

/**
 * The log of transactions that recovery reads after a crash.
 *
 * <p>Payara opens it while it starts, if its folder is there. If not, the first transactions open it, without a lock:
 * two that commit at once may open it twice and write over each other, and recovery never comes to an end of such a
 * log.
 */
public final class TransactionLog {

    private static final String FOLDER = "server/tx";
    private static final List<String> TEXT = List.of(
            "The log of transactions is in this folder. Keep the folder, even if it is empty:",
            "the server opens the log while it starts only if the folder is there.");

    private TransactionLog() {}

    /**
     * Returns the file that has the folder be there.
     *
     * @param place the value of {@code tx-log-dir}
     */
    public static GeneratedFile in(Path place) {
        return GeneratedFile.of(place.resolve(FOLDER).resolve("README.txt"), TEXT);
    }
}
