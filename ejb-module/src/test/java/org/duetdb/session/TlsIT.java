package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.duetdb.DbSession;
import org.duetdb.UnavailableException;
import org.duetdb.certificate.Authority;
import org.duetdb.certificate.Issued;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Settings;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** TLS as the URL asks for it, against servers with a certificate for {@code 127.0.0.1}. */
class TlsIT {

    private static final String ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

    /** What somebody may have as a password. */
    private static final String PASSWORD = "@:/%?#&'\"\\ $p${x}+=;!ä€";

    private static final String APPLICATION =
            "duet_app:" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");

    @TempDir
    static Path folder;

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions(TlsIT::servers);

    private static Path authority;
    private static Path stranger;

    private static EmbeddedDatabases.Builder servers() throws IOException {
        Authority known = new Authority("authority");
        Issued server = known.server("127.0.0.1");
        authority = known.writeTo(folder.resolve("authority.crt"));
        stranger = new Authority("stranger").writeTo(folder.resolve("stranger.crt"));
        Issued client = known.client("certified");
        client.writeCertificate(folder.resolve("client.crt"));
        Files.setPosixFilePermissions(
                client.writeDriverKey(folder.resolve("client.key")), PosixFilePermissions.fromString("rw-------"));
        return EmbeddedDatabases.builder()
                .password("duet_app", PASSWORD)
                .tls(
                        server.writeCertificate(folder.resolve("server.crt")),
                        server.writeKey(folder.resolve("server.key")),
                        authority);
    }

    /** A role that comes with a certificate needs no password. */
    @BeforeAll
    static void allowCertificates() throws SQLException {
        String rules = String.join(
                "'), ('",
                "hostssl all certified 127.0.0.1/32 cert",
                "host all all 127.0.0.1/32 scram-sha-256",
                "host replication all 127.0.0.1/32 scram-sha-256");
        try (Connection connection = sessions.databases().primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE certified LOGIN");
            statement.execute("DO $$BEGIN EXECUTE format('COPY (VALUES " + ("('" + rules + "')").replace("'", "''")
                    + ") TO %L', current_setting('hba_file')); END$$");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static DbSession session(String user, String parameters) {
        return session(user, "127.0.0.1", parameters);
    }

    /** Returns a session whose URL has gone the way of every URL. */
    private static DbSession session(String user, String host, String parameters) {
        String url = "postgresql://" + user + "@" + host + ":"
                + sessions.databases().primary().port() + "/app?" + parameters;
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("database.tls.url", url), "test", 100))
                .build();
        DatabaseSettings settings = Settings.read(config, Set.of()).databases().get(0);
        return sessions.session(settings, source(settings));
    }

    private static PGSimpleDataSource source(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.address().jdbcUrl());
        source.setUser(settings.user());
        if (settings.password() != null) {
            source.setPassword(settings.password().reveal());
        }
        settings.address().properties().forEach((name, value) -> set(source, name, value));
        return source;
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static DbSession application(String parameters) {
        return session(APPLICATION, parameters);
    }

    /** By a name that is not in the certificate. */
    private static DbSession elsewhere(String parameters) {
        return session(APPLICATION, "localhost", parameters);
    }

    private static void assertEncrypted(DbSession session) {
        assertThat(session.queryOne(Boolean.class, ENCRYPTED)).isTrue();
    }

    private static UnavailableException refusal(DbSession session) {
        return catchThrowableOfType(UnavailableException.class, () -> session.query("SELECT 1"));
    }

    @Test
    void verifyFull_knownAuthorityAndRightHost_isEncrypted() {
        assertEncrypted(application("sslmode=verify-full&sslrootcert=" + authority));
    }

    @Test
    void require_unknownAuthority_isEncrypted() {
        assertEncrypted(application("sslmode=require"));
    }

    /** SCRAM that is bound to the channel proves that nobody sits in between. */
    @Test
    void channelBinding_isKept() {
        assertEncrypted(application("sslmode=verify-full&channelBinding=require&sslrootcert=" + authority));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void verify_unknownAuthority_isRefused(String mode) {
        assertThat(refusal(application("sslmode=" + mode + "&sslrootcert=" + stranger)))
                .hasMessageStartingWith("DUET-113 ")
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("sslrootcert");
    }

    @Test
    void verifyFull_otherHost_isRefused() {
        assertThat(refusal(elsewhere("sslmode=verify-full&sslrootcert=" + authority)))
                .hasMessageStartingWith("DUET-113 ")
                .hasMessageContaining("localhost");
        assertEncrypted(elsewhere("sslmode=verify-ca&sslrootcert=" + authority));
    }

    @Test
    void clientCertificate_takesThePlaceOfAPassword() {
        String certificate = "&sslcert=" + folder.resolve("client.crt") + "&sslkey=" + folder.resolve("client.key");
        DbSession session = session("certified", "sslmode=verify-full&sslrootcert=" + authority + certificate);
        assertThat(session.queryOne(String.class, "SELECT session_user")).isEqualTo("certified");
    }

    @Test
    void clientWithoutItsCertificate_isRefused() {
        assertThat(refusal(session("certified", "sslmode=verify-full&sslrootcert=" + authority)))
                .hasMessageStartingWith("DUET-102 ");
    }
}
