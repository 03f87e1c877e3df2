package org.duetdb.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder with all that a cluster has. None of this may be done while its server runs. */
record DataFolder(Path path) {

    /** The first version of PostgreSQL with locales of its own. */
    private static final int FIRST_WITH_LOCALES = 17;

    /**
     * Makes a new cluster with this superuser. Nobody gets in without a password. {@code initdb} does not wait for the
     * disk: only a crash of the whole machine could harm, and that ends the run as well.
     */
    void initialize(Installation installation, Superuser superuser) throws IOException {
        Path folder = Files.createDirectories(path.getParent());
        Path passwordFile = Files.createTempFile(folder, "password", null, ownerOnly());
        ServerLog log = new ServerLog(folder.resolve("initdb.log"));
        try {
            Files.writeString(passwordFile, superuser.password());
            installation.account().own(folder);
            LeashedProcess initdb = installation
                    .leash("initdb", arguments(passwordFile, installation.majorVersion()))
                    .output(log.file())
                    .start();
            int exit = initdb.onExit().join().exitValue();
            if (exit != 0) {
                throw new ClusterException("initdb ended with " + exit + "; it said:\n" + log.end());
            }
        } finally {
            Files.delete(passwordFile);
        }
    }

    /**
     * The locale is the same on every machine; letters beyond ASCII have their case where the server knows it itself.
     */
    private List<String> arguments(Path passwordFile, int version) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + path,
                "--username=" + Superuser.NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        if (version >= FIRST_WITH_LOCALES) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return arguments;
    }

    /** Makes a copy, which a standby of this cluster can start from. */
    void copyTo(DataFolder copy) throws IOException {
        Files.createDirectories(copy.path.getParent());
        try (Stream<Path> sources = Files.walk(path)) {
            for (Path source : (Iterable<Path>) sources::iterator) {
                Path target = copy.path.resolve(path.relativize(source));
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Adds settings, which take the place of earlier ones at the next start. */
    void add(Settings settings) throws IOException {
        Files.writeString(path.resolve("postgresql.conf"), settings.lines(), StandardOpenOption.APPEND);
    }

    /** Adds what the server needs to speak TLS. */
    void add(Tls tls) throws IOException {
        add(tls.install(path));
    }

    /** From the next start on the cluster replays another one instead of taking writes. */
    void markAsStandby() throws IOException {
        Files.createFile(path.resolve("standby.signal"), ownerOnly());
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
