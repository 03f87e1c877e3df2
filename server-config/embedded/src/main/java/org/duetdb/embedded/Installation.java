package org.duetdb.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's programs in a run folder, and the account they run as. */
record Installation(RunFolder run, ServerAccount account) {

    /** How long a server may take for its last checkpoint. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    void unpack() {
        PostgresBinaries.ofThisMachine().extractTo(programs());
        account.own(run.path());
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
