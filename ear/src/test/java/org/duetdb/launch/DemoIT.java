package org.duetdb.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.duetdb.demo.Demo;
import org.duetdb.fixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo in a process of its own: it starts, and leaves nothing behind however it ends. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DemoIT {

    private static final String IGNORED = "SigIgn:";
    private static final long SIGINT = 1 << 1;

    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private Process demo;

    @TempDir
    Path temporary;

    @BeforeEach
    void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + temporary,
                "-Dduet.http.port=0",
                "-Dduet.demo.log=" + temporary.resolve("demo.log")));
        for (String file : List.of("server", "driver", "application")) {
            command.add("-Dduet.demo." + file + "=" + System.getProperty("duet.demo." + file));
        }
        command.add(Demo.class.getName());
        demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        new Thread(this::read).start();
        ready.get(3, TimeUnit.MINUTES);
    }

    private void read() {
        demo.inputReader().lines().forEach(line -> {
            output.add(line);
            if (line.equals("Duet is ready")) {
                ready.complete(null);
            }
        });
        ready.completeExceptionally(new IllegalStateException(String.join("\n", output)));
    }

    @AfterEach
    void end() throws InterruptedException {
        demo.destroyForcibly();
        assertThat(within(30, () -> processes().isEmpty() && folders().isEmpty()))
                .isTrue();
    }

    /** INT and TERM stop it in order; KILL leaves that to what watches it. */
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "KILL"})
    void signal_endsEveryProcessAndLeavesNoFolder(String signal) throws Exception {
        assumeFalse(signal.equals("INT") && isInterruptIgnored(), "a build in the background of a script hears no INT");
        assertThat(temporary).isNotEmptyDirectory();
        assertThat(processes()).isNotEmpty();

        new ProcessBuilder("kill", "-s", signal, Long.toString(demo.pid()))
                .start()
                .waitFor();

        assertThat(demo.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(within(15, () -> processes().isEmpty()))
                .as(() -> processes().toString())
                .isTrue();
        assertThat(within(5, () -> folders().isEmpty()))
                .as(() -> folders().toString())
                .isTrue();
    }

    /** Nor does what it starts (Linux, {@code SigIgn} in {@code proc_pid_status(5)}). */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(IGNORED))
                        .map(line -> line.substring(IGNORED.length()).strip())
                        .anyMatch(signals -> (Long.parseUnsignedLong(signals, 16) & SIGINT) != 0);
    }

    @Test
    void ready_saysWhereEverythingIs() throws Exception {
        String address = output.stream()
                .filter(line -> line.strip().startsWith("curl http"))
                .map(line -> line.strip().substring("curl ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(new Client(URI.create(address)).send("GET", address).status())
                .isEqualTo(200);
        assertThat(output).anyMatch(line -> line.contains("jdbc:postgresql://") && line.contains("standby"));
    }

    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(temporary.toString()) && !line.contains(Demo.class.getName()))
                .toList();
    }

    private List<Path> folders() {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("duet-"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean within(int seconds, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }
}
