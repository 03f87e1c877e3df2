package org.duetdb.configure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file with the content that it shall have. */
public final class GeneratedFile {

    private final Path path;
    private final byte[] content;

    /** Creates one; the content is not copied. */
    public GeneratedFile(Path path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /** Creates one of lines, in UTF-8. */
    public static GeneratedFile of(Path path, List<String> lines) {
        return new GeneratedFile(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns where it belongs. */
    public Path path() {
        return path;
    }

    /** Returns the content as text, for people. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Returns whether it is there with this content. */
    public boolean isWritten() throws IOException {
        return Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), content);
    }

    /** Writes it, with the folders that it takes. */
    public void write() throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        Files.write(path, content);
    }
}
