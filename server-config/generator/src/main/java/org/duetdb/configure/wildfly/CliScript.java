package org.duetdb.configure.wildfly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lines of {@code jboss-cli}, in its syntax. Not safe for use by several threads. */
final class CliScript {

    private final List<String> lines = new ArrayList<>();

    /** Returns a value in quotes, as an operation or a command takes it. */
    static String quoted(String value) {
        return "\"" + value.replaceAll("[\\\\\"]", "\\\\$0") + "\"";
    }

    void add(String line) {
        lines.add(line);
    }

    void add(Collection<String> more) {
        lines.addAll(more);
    }

    /** Adds a command that may fail: then a line is printed. */
    void attempt(String command, String otherwise) {
        lines.addAll(List.of("try", command, "catch", "echo " + quoted(otherwise), "end-try"));
    }

    /** Adds a resource, with parameters in parentheses, unless there is one at its address. */
    void unlessPresent(String address, String parameters) {
        lines.addAll(List.of(
                "if (outcome != success) of " + address + ":read-resource", address + ":add" + parameters, "end-if"));
    }

    /** Adds operations that have an effect together, or none. */
    void together(Collection<String> operations) {
        lines.add("batch");
        lines.addAll(operations);
        lines.add("run-batch");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
