package org.duetdb.configure.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.configure.Difference;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Output;

/** What is to be done to a server, for people: said, printed or written. */
final class Changes {

    private static final String NOTHING = "nothing to do";

    private final Difference difference;
    private final Output output;
    private final List<GeneratedFile> pending;

    Changes(Difference difference, Output output) throws IOException {
        this.difference = difference;
        this.output = output;
        this.pending = output.pending();
    }

    boolean isEmpty() {
        return difference.isEmpty() && pending.isEmpty();
    }

    /** Returns a line for each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(difference.lines());
        pending.forEach(file -> lines.add((Files.exists(file.path()) ? "~ file " : "+ file ") + file.path()));
        return lines;
    }

    /** Prints what would be written. */
    void print(PrintWriter out) {
        announce(lines(), out);
        output.scripts().forEach(file -> show(file, out));
        pending.forEach(file -> show(file, out));
    }

    /** A jar is no text. */
    private static void show(GeneratedFile file, PrintWriter out) {
        out.println("--- " + file.path());
        if (!file.path().toString().endsWith(".jar")) {
            out.print(file.text());
        }
    }

    /** Writes it. A script is written also if it does nothing: what ran it before may run it again. */
    void write(PrintWriter out) throws IOException {
        // before the files are there
        List<String> lines = lines();
        for (GeneratedFile file : pending) {
            file.write();
        }
        for (GeneratedFile file : output.scripts()) {
            file.write();
        }
        announce(lines, out);
        output.next().forEach(line -> out.println("> " + line));
    }

    private static void announce(List<String> lines, PrintWriter out) {
        (lines.isEmpty() ? List.of(NOTHING) : lines).forEach(out::println);
    }
}
