package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeashTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DEAF = "trap '' TERM; echo ready; while :; do sleep 0.1; done";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void owner_killed_commandAndFolderAreGone() throws Exception {
        try (OwnerJvm owner = new OwnerJvm(LeashOwner.class, "sleep", "1000")) {
            Path folder = Path.of(owner.line());
            Pid command = new Pid(Long.parseLong(owner.line()));
            assertThat(command.isRunning()).isTrue();
            assertThat(folder).isDirectory();

            owner.process().kill();

            assertThat(Polling.until(SOON, () -> !command.isRunning())).isTrue();
            assertThat(Polling.until(SOON, () -> !Files.exists(folder))).isTrue();
        }
    }

    @Test
    void owner_killedWhileCommandIgnoresTheSignal_commandIsKilledAfterTheGrace() throws Exception {
        try (OwnerJvm owner = new OwnerJvm(LeashOwner.class, "sh", "-c", DEAF)) {
            Path folder = Path.of(owner.line());
            List<String> said = List.of(owner.line(), owner.line());
            assertThat(said).contains("ready");
            String number = said.get(said.get(0).equals("ready") ? 1 : 0);
            Pid command = new Pid(Long.parseLong(number));

            owner.process().kill();

            assertThat(Polling.until(SOON, () -> !command.isRunning())).isTrue();
            assertThat(Polling.until(SOON, () -> !Files.exists(folder))).isTrue();
        }
    }

    @Test
    void stop_runningCommand_endsOfItsSignalAndKeepsTheFolder() {
        try (RunFolder run = RunFolder.create()) {
            LeashedProcess process =
                    Leash.command(List.of("sleep", "1000")).within(run).start();
            assertThat(process.isAlive()).isTrue();

            process.stop();

            assertThat(process.isAlive()).isFalse();
            assertThat(process.exitValue()).isEqualTo(128 + 15);
            assertThat(run.path()).isDirectory();
            process.stop();
        }
    }

    @Test
    void stop_commandThatIgnoresTheSignal_isKilledAfterTheGrace() throws Exception {
        LeashedProcess process = shell(DEAF).grace(Duration.ofMillis(400)).start();
        assertThat(line()).isEqualTo("ready");

        long begin = System.nanoTime();
        process.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(400), SOON);
        assertThat(process.exitValue()).isEqualTo(128 + 9);
    }

    @Test
    void stop_otherSignalChosen_sendsThatOne() throws Exception {
        LeashedProcess process = shell("trap 'echo told; exit 5' USR1; echo ready; while :; do sleep 0.1; done")
                .stopSignal("USR1")
                .start();
        assertThat(line()).isEqualTo("ready");

        process.stop();

        assertThat(line()).isEqualTo("told");
        assertThat(process.exitValue()).isEqualTo(5);
    }

    /**
     * The watcher must not keep the output open: whoever reads it would wait for its end, and the folder for the
     * watcher.
     */
    @Test
    void stop_commandWhoseOutputIsRead_givesUpItsHold() {
        RunFolder run = RunFolder.create();
        LeashedProcess command = Leash.command(List.of("sleep", "1000"))
                .within(run)
                .output(lines::add)
                .start();

        command.stop();
        run.close();

        assertThat(run.path()).doesNotExist();
    }

    @Test
    void kill_runningCommand_endsAtOnce() {
        LeashedProcess process = Leash.command(List.of("sleep", "1000")).start();
        process.kill();
        assertThat(process.onExit().join().exitValue()).isEqualTo(128 + 9);
    }

    @Test
    void start_commandThatEndsByItself_hasItsExitValue() {
        LeashedProcess process = shell("exit 7").start();
        assertThat(process.onExit().join().exitValue()).isEqualTo(7);
        process.stop();
        process.signal("TERM");
    }

    @Test
    void start_unknownProgram_endsWith127AndSaysSo() throws Exception {
        LeashedProcess process =
                Leash.command(List.of("no-such-program")).output(lines::add).start();
        assertThat(process.onExit().join().exitValue()).isEqualTo(127);
        assertThat(line()).contains("no-such-program");
    }

    @Test
    void start_pid_isThatOfTheCommand() throws Exception {
        LeashedProcess process = shell("echo $$").start();
        assertThat(line()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void start_environmentAndFolder_reachTheCommand(@TempDir Path folder) throws Exception {
        shell("echo \"$DUET_TEST\"; pwd; cat; echo end >&2")
                .environment(Map.of("DUET_TEST", "a 'secret' $value"))
                .workingDirectory(folder)
                .start();
        assertThat(List.of(line(), line(), line()))
                .containsExactly("a 'secret' $value", folder.toRealPath().toString(), "end");
    }

    @Test
    void start_outputFile_isAppendedTo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log");
        Leash leash = shell("echo out; echo err >&2").output(file);
        leash.start().onExit().join();
        leash.start().onExit().join();
        assertThat(Files.readAllLines(file)).containsExactly("out", "err", "out", "err");
    }

    @Test
    void start_noSuchWorkingDirectory_failsWithoutAHold() {
        try (RunFolder run = RunFolder.create()) {
            Leash leash = shell("true").within(run).workingDirectory(run.resolve("nowhere"));
            assertThatThrownBy(leash::start).isInstanceOf(UncheckedIOException.class);
            assertThat(run.resolve("holds")).isEmptyDirectory();
        }
    }

    private Leash shell(String script) {
        return Leash.command(List.of("sh", "-c", script)).output(lines::add);
    }

    private String line() throws InterruptedException {
        return lines.poll(10, TimeUnit.SECONDS);
    }
}
