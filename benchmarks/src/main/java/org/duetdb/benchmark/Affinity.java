package org.duetdb.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cores that this process works on, and with it all that it starts from then on. */
final class Affinity {

    private static final String ALLOWED = "Cpus_allowed_list:";

    private Affinity() {}

    /** Returns the cores that the process may use; empty where that cannot be known. */
    static List<Integer> cores() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return List.of();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(ALLOWED))
                .findFirst()
                .map(line -> parse(line.substring(ALLOWED.length()).strip()))
                .orElse(List.of());
    }

    /** Reads a list like {@code 0-2,5}. */
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String part : list.split(",")) {
            String[] ends = part.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cores::add);
        }
        return cores;
    }

    /** Moves all threads of this process to these cores. Returns false where that is not possible. */
    static boolean restrict(List<Integer> cores) throws IOException, InterruptedException {
        return !cores.isEmpty() && move(ProcessHandle.current(), cores);
    }

    /** Moves a process, those that it has started, and with it all that it starts from then on. */
    static void restrict(long pid, List<Integer> cores) throws IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        move(process, cores);
        for (ProcessHandle started : process.descendants().toList()) {
            move(started, cores);
        }
    }

    private static boolean move(ProcessHandle process, List<Integer> cores) throws IOException, InterruptedException {
        String list = cores.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            return new ProcessBuilder(
                                    "taskset", "--all-tasks", "--cpu-list", "--pid", list, Long.toString(process.pid()))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
