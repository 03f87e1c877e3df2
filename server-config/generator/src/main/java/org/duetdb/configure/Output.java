package org.duetdb.configure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What configures a server.
 *
 * @param installed files that the server reads where they stand
 * @param scripts files that are run once
 * @param next what is to be done with them: a command or a sentence a line
 */
public record Output(List<GeneratedFile> installed, List<GeneratedFile> scripts, List<String> next) {

    /** Copies the lists. */
    public Output {
        installed = List.copyOf(installed);
        scripts = List.copyOf(scripts);
        next = List.copyOf(next);
    }

    /** Returns the installed files that are not there yet, or are different. */
    public List<GeneratedFile> pending() throws IOException {
        List<GeneratedFile> pending = new ArrayList<>();
        for (GeneratedFile file : installed) {
            if (!file.isWritten()) {
                pending.add(file);
            }
        }
        return pending;
    }
}
