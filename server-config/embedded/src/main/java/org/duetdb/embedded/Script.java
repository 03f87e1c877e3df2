package org.duetdb.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell script of this package. It is handed to {@code sh} as text, so there is no file to leave behind, and runs in
 * a session of its own where there is {@code setsid} (Linux), so that Ctrl-C in the terminal does not reach it.
 */
record Script(String name, String text) {

    static Script named(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs this script. {@code setsid} and {@code sh} do not fork: the script has the process id. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        SearchPath.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("sh", "-c", text, name));
        command.addAll(arguments);
        return command;
    }
}
