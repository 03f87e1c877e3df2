package org.duetdb.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A process, by its number. */
record Pid(long number) {

    private static final Pattern ZOMBIE = Pattern.compile("State:\\s*Z");

    /** Whether it runs. One that has ended does not, even where no init has taken notice of it. */
    boolean isRunning() {
        return ProcessHandle.of(number).map(ProcessHandle::isAlive).orElse(false) && !isZombie();
    }

    private boolean isZombie() {
        try {
            return ZOMBIE.matcher(Files.readString(Path.of("/proc", Long.toString(number), "status")))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }
}
