package org.duetdb.crash.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
final class FolderCopy {

    private FolderCopy() {}

    static void of(Path from, Path to) throws IOException {
        List<Path> contents;
        try (Stream<Path> files = Files.walk(from)) {
            contents = files.toList();
        }
        for (Path file : contents) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
