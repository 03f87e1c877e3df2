package org.duetdb.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that nobody knows but who is told. */
public final class Authority {

    private static final Duration LIFE = Duration.ofDays(1);

    private final X500Name name;
    private final KeyPair keys = keys();

    /** Creates one with a key of its own. */
    public Authority(String name) {
        this.name = name(name);
    }

    /** Writes its own certificate, in PEM, and returns the file. */
    public Path writeTo(Path file) throws IOException {
        return Pem.write(file, sign(name, keys.getPublic(), new BasicConstraints(true), null));
    }

    /** Issues a certificate of a server at an IP address. */
    public Issued server(String address) throws IOException {
        return issue(address, new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
    }

    /** Issues a certificate of a client, which PostgreSQL takes for the role of that name. */
    public Issued client(String role) throws IOException {
        return issue(role, null);
    }

    private Issued issue(String subject, GeneralNames names) throws IOException {
        KeyPair own = keys();
        return new Issued(sign(name(subject), own.getPublic(), new BasicConstraints(false), names), own.getPrivate());
    }

    private X509Certificate sign(X500Name subject, PublicKey key, BasicConstraints constraints, GeneralNames names)
            throws CertIOException {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                Date.from(now.minus(LIFE)),
                Date.from(now.plus(LIFE)),
                subject,
                key);
        builder.addExtension(Extension.basicConstraints, true, constraints);
        if (names != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X500Name name(String common) {
        return new X500Name("CN=" + common);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
