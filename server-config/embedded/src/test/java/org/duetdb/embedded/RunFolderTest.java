package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunFolderTest {

    @Test
    void create_folder_isTheOwnersOnly() throws Exception {
        try (RunFolder run = RunFolder.create()) {
            assertThat(run.path().getFileName().toString()).startsWith("duet-");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void close_folderWithFiles_removesAll() throws Exception {
        RunFolder run = RunFolder.create();
        Files.createDirectories(run.resolve("a/b"));
        Files.writeString(run.resolve("a/b/c d"), "text");
        Files.createSymbolicLink(run.resolve("link"), run.resolve("a"));

        run.close();

        assertThat(run.path()).doesNotExist();
        run.close();
    }

    @Test
    void close_leashedCommandStillRuns_waitsForItsEnd() throws Exception {
        RunFolder run = RunFolder.create();
        LeashedProcess process = Leash.command(List.of("sh", "-c", "until [ -e end ]; do sleep 0.1; done"))
                .workingDirectory(run.path())
                .within(run)
                .start();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(run::close);
        assertThat(closed)
                .isNotCompleted()
                .satisfies(close -> assertThat(waitsFor(close)).isTrue());
        assertThat(run.path()).isDirectory();
        Files.createFile(run.resolve("end"));

        closed.get(10, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
        assertThat(run.path()).doesNotExist();
    }

    /** Nobody announces that somebody waits; half a second without an end has to do. */
    private static boolean waitsFor(CompletableFuture<Void> end) throws Exception {
        return !Polling.until(Duration.ofMillis(500), end::isDone);
    }
}
