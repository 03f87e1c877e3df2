package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, with all that is in them. */
final class Folders {

    private Folders() {}

    static void copy(Path from, Path to) throws IOException {
        for (Path file : contents(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    /** Removes one, if it is there. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file :
                    contents(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Folders stand before what is in them. */
    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
