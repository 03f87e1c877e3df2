package org.duetdb.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the key that belongs to it. */
public record Issued(X509Certificate certificate, PrivateKey key) {

    /** Writes the certificate, in PEM, and returns the file. */
    public Path writeCertificate(Path file) throws IOException {
        return Pem.write(file, certificate);
    }

    /** Writes the key, in PEM (PKCS #8), and returns the file. */
    public Path writeKey(Path file) throws IOException {
        return Pem.write(file, key);
    }

    /** Writes the key in the form that the PostgreSQL driver takes (PKCS #8, DER), and returns the file. */
    public Path writeDriverKey(Path file) throws IOException {
        return Files.write(file, key.getEncoded());
    }
}
