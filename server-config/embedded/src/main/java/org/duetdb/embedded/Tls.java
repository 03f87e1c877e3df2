package org.duetdb.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What the servers identify themselves with, and whom they believe. All files are in PEM.
 *
 * @param certificate the servers' certificate, for {@code 127.0.0.1}
 * @param key its private key, not encrypted
 * @param authority who signs the certificates of clients
 */
record Tls(Path certificate, Path key, Path authority) {

    /** Copies the files to where a server finds them, and returns the settings that name them. */
    Settings install(Path data) throws IOException {
        Files.copy(certificate, data.resolve("server.crt"));
        Files.copy(authority, data.resolve("root.crt"));
        Path secret = Files.createFile(
                data.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(secret, Files.readAllBytes(key));
        return Settings.NONE
                .with("ssl", "on")
                .with("ssl_cert_file", "server.crt")
                .with("ssl_key_file", "server.key")
                .with("ssl_ca_file", "root.crt");
    }
}
