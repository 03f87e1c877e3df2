package org.duetdb.crash.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server has said from some moment on.
 *
 * @param file the log
 * @param begin how many bytes it had before
 */
public record ServerLog(Path file, long begin) {

    /** What WildFly writes of each branch that has none. */
    private static final String NONE = "heuristic: TwoPhaseOutcome.FINISH_OK";

    /** Returns what it says from now on. */
    public static ServerLog from(Path file) throws IOException {
        return new ServerLog(file, Files.size(file));
    }

    /** Returns the first line about a heuristic outcome. */
    public Optional<String> heuristic() throws IOException {
        byte[] all = Files.readAllBytes(file);
        return new String(all, (int) begin, all.length - (int) begin, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.replace(NONE, "").toLowerCase(Locale.ROOT).contains("heuristic"))
                .map(String::strip)
                .findFirst();
    }
}
