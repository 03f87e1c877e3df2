package org.duetdb.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL driver in a folder of the server's, where it belongs: the application does not bring it. */
public final class DriverJar {

    private static final String NAME = "postgresql.*\\.jar";
    private static final String STANDARD = "postgresql.jar";

    private DriverJar() {}

    /**
     * Returns the file to put into a folder: none if no driver is given and one is there.
     *
     * @throws ConfigureException if there is neither ({@code DUET-505})
     */
    public static List<GeneratedFile> of(Installation installation, Path folder) throws IOException {
        Path file = in(installation, folder);
        if (installation.driver() == null) {
            return List.of();
        }
        return List.of(new GeneratedFile(file, Files.readAllBytes(installation.driver())));
    }

    /**
     * Returns where in a folder the driver is, or will be: an older one is replaced.
     *
     * @throws ConfigureException if there is none and none is given ({@code DUET-505})
     */
    public static Path in(Installation installation, Path folder) throws IOException {
        Path given = installation.driver();
        if (given != null && !Files.isRegularFile(given)) {
            throw new ConfigureException("DUET-505 there is no driver " + given + "; name its jar with --driver");
        }
        Optional<Path> there = NamedFile.first(folder, NAME);
        if (there.isEmpty() && given == null) {
            throw new ConfigureException(
                    "DUET-505 there is no PostgreSQL driver in " + folder + "; name its jar with --driver");
        }
        return there.orElse(folder.resolve(STANDARD));
    }
}
