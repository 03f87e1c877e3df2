package org.duetdb.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what the server says in a file, and shows what of it Duet says. */
final class ServerOutput implements Consumer<String>, AutoCloseable {

    private static final Pattern SENTENCE = Pattern.compile("DUET-\\d{3} .*?(?=\\]\\]|$)");

    private final Path path;
    private final PrintStream out;
    private final PrintWriter file;
    private String lastProblem;

    ServerOutput(Path path, PrintStream out) {
        this.path = path;
        this.out = out;
        try {
            Files.createDirectories(path.getParent());
            this.file = new PrintWriter(Files.newBufferedWriter(path), true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public synchronized void accept(String line) {
        file.println(line);
        Matcher sentence = SENTENCE.matcher(line);
        if (sentence.find() && !sentence.group().equals(lastProblem)) {
            lastProblem = sentence.group();
            out.println(lastProblem);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
