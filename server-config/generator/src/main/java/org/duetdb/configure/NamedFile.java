package org.duetdb.configure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A file whose name is known but for its version. */
public final class NamedFile {

    private NamedFile() {}

    /** Returns the first in a folder, by name; empty if there is none, or no such folder. */
    public static Optional<Path> first(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .findFirst();
        }
    }
}
