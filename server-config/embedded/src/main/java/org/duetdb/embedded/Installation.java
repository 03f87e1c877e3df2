package org.duetdb.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's programs in a run folder, and the account they run as. */
record Installation(RunFolder run, ServerAccount account) {

    /** How long a server may take for its last checkpoint. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final String CATALOG_TEMPLATE = "share/postgresql/postgres.bki";

    void unpack() {
        PostgresBinaries.ofThisMachine().extractTo(programs());
        account.own(run.path());
    }

    /** Returns the first part of the version, which the catalog's template begins with: {@code # PostgreSQL 18}. */
    int majorVersion() throws IOException {
        try (BufferedReader template = Files.newBufferedReader(programs().resolve(CATALOG_TEMPLATE))) {
            String line = template.readLine();
            return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
        }
    }

    private Path programs() {
        return run.resolve("postgres");
    }

    /** A leash for one of the programs, which has SIGINT as its signal for a fast but orderly end. */
    Leash leash(String program, List<String> arguments) {
        Path file = programs().resolve("bin").resolve(program);
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        return Leash.command(account.command(command))
                .environment(Map.of("LC_ALL", "C"))
                .workingDirectory(run.path())
                .stopSignal("INT")
                .grace(GRACE)
                .within(run);
    }
}
