package org.duetdb.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How to start a process that does not outlive this JVM.
 *
 * <p>The JVM holds one end of a pipe; a small shell process beside the command holds the other and notices when the JVM
 * is gone, however it went, {@code kill -9} included. It then sends the command the {@linkplain #stopSignal stop
 * signal} and, if that is not enough within the {@linkplain #grace grace}, kills it. The children of the command are
 * the command's affair.
 *
 * <p>The command reads from {@code /dev/null}. On Linux it has a session of its own, and Ctrl-C in the terminal does
 * not reach it; on macOS it does. Not safe for use by several threads.
 */
public final class Leash {

    private static final Script SCRIPT = Script.named("leash.sh");

    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private String stopSignal = "TERM";
    private Duration grace = Duration.ofSeconds(10);
    private Path workingDirectory;
    private RunFolder run;
    private Path file;
    private Consumer<String> lines;

    private Leash(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** A leash for a program, looked up in {@code PATH} where it is no path, and its arguments. */
    public static Leash command(List<String> command) {
        return new Leash(command);
    }

    /**
     * The signal that asks the command to stop, as {@code kill} names it: {@code INT}, {@code TERM} (the default).
     * Where this JVM runs with SIGINT ignored, as in the background of a script, a command may leave it ignored.
     */
    public Leash stopSignal(String name) {
        stopSignal = name;
        return this;
    }

    /** How long the command may take to stop before it is killed, in whole seconds, rounded up; 10 by default. */
    public Leash grace(Duration time) {
        grace = time;
        return this;
    }

    /** The command's working directory; by default that of this JVM. */
    public Leash workingDirectory(Path folder) {
        workingDirectory = folder;
        return this;
    }

    /** Adds to the environment that the command inherits from this JVM. Here secrets may be given: it is not logged. */
    public Leash environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Appends what the command prints, errors included, to a file. By default it is thrown away. */
    public Leash output(Path file) {
        this.file = file;
        this.lines = null;
        return this;
    }

    /**
     * Hands over what the command prints, errors included, line by line as UTF-8, on a thread of its own. The last
     * lines may come shortly after the command has ended. A consumer that throws gets no more of them.
     */
    public Leash output(Consumer<String> lines) {
        this.lines = lines;
        this.file = null;
        return this;
    }

    /** The folder the command works in: it is removed only after the command has ended. */
    public Leash within(RunFolder run) {
        this.run = run;
        return this;
    }

    /**
     * Starts the command. A command that does not exist ends at once with the exit value 127, and says so in its
     * output.
     *
     * @throws UncheckedIOException if the working directory, the output file or {@code sh} cannot be used
     */
    public LeashedProcess start() {
        Path hold = null;
        try {
            hold = run == null ? null : run.hold();
            Process process = builder(hold).start();
            if (lines != null) {
                read(process);
            }
            return new LeashedProcess(process, stopSignal, grace);
        } catch (IOException e) {
            giveUp(hold, e);
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(Path hold) {
        List<String> arguments = new ArrayList<>();
        arguments.add(stopSignal);
        arguments.add(Long.toString(grace.plusMillis(999).toSeconds()));
        arguments.add(hold == null ? "" : hold.toString());
        arguments.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.command(arguments)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        if (workingDirectory != null) {
            builder.directory(workingDirectory.toFile());
        }
        if (lines == null) {
            builder.redirectOutput(file == null ? Redirect.DISCARD : Redirect.appendTo(file.toFile()));
        }
        return builder;
    }

    private void read(Process process) {
        Consumer<String> reader = lines;
        Thread thread = new Thread(
                () -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(reader),
                "duet-output-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    private static void giveUp(Path hold, IOException cause) {
        try {
            if (hold != null) {
                Files.delete(hold);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
