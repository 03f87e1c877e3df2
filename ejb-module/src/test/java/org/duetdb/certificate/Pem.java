package org.duetdb.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** The text form of certificates and keys. */
final class Pem {

    private Pem() {}

    static Path write(Path file, Object content) throws IOException {
        try (JcaPEMWriter writer = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            writer.writeObject(content);
        }
        return file;
    }
}
