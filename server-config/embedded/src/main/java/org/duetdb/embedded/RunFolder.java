package org.duetdb.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A temporary folder that does not outlive this JVM. It is removed when it is closed, and also when the JVM dies
 * without closing it, be it of {@code kill -9}: a small shell process waits for that. Processes on a {@link Leash} that
 * work {@linkplain Leash#within(RunFolder) within} the folder are gone before it is removed.
 *
 * <p>Only the user who made it may look into it. Safe for use by several threads.
 */
public final class RunFolder implements AutoCloseable {

    /** How long processes within the folder are waited for, before it is removed all the same. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path path;
    private final Process guard;
    private final AtomicInteger holds = new AtomicInteger();

    private RunFolder(Path path, Process guard) {
        this.path = path;
        this.guard = guard;
    }

    /**
     * Makes an empty folder {@code duet-…} where temporary files go ({@code java.io.tmpdir}).
     *
     * @throws UncheckedIOException if the folder cannot be made or {@code sh} cannot be started
     */
    public static RunFolder create() {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Path path = Files.createTempDirectory("duet-", ownerOnly);
            List<String> arguments = List.of(path.toString(), Long.toString(PATIENCE.toSeconds()));
            Process guard = new ProcessBuilder(Script.named("run-folder.sh").command(arguments))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Files.createDirectory(path.resolve("holds"));
            return new RunFolder(path, guard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** A path within the folder; nothing is created. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Keeps the folder from being removed for as long as the returned, empty folder is there. */
    Path hold() throws IOException {
        return Files.createDirectory(path.resolve("holds").resolve(Integer.toString(holds.incrementAndGet())));
    }

    /**
     * Removes the folder and all that is in it, and returns when it is gone. Waits, for at most two minutes, for the
     * leashed processes within it. Closing it again has no effect.
     *
     * @throws IllegalStateException if the folder could not be removed
     */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        guard.onExit().join();
        if (Files.exists(path)) {
            throw new IllegalStateException(
                    "The temporary folder " + path + " could not be removed; remove it by hand.");
        }
    }
}
