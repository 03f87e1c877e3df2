package org.duetdb.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three PostgreSQL clusters: a primary, its streaming hot standby, and a second one for analytics. Each of the two that
 * take writes has one database, {@code app} and {@code analytics}, owned by the role {@code duet_app}, and a role
 * {@code viewer} that may read everything.
 *
 * <pre>{@code
 * try (EmbeddedDatabases databases = EmbeddedDatabases.start()) {
 *     databases.configuration().forEach(System::setProperty);
 *     ...
 * }
 * }</pre>
 *
 * <p>All is gone after {@link #close()}, when the JVM is told to end (SIGTERM, SIGINT), and seconds after it is killed.
 * Safe for use by several threads.
 */
public final class EmbeddedDatabases implements AutoCloseable {

    private final RunFolder run;
    private final Passwords passwords;
    private final Clusters clusters;
    private final Thread hook = new Thread(this::close, "duet-embedded-close");

    private EmbeddedDatabases(RunFolder run, Passwords passwords, Clusters clusters) {
        this.run = run;
        this.passwords = passwords;
        this.clusters = clusters;
    }

    /**
     * Starts the three clusters with random passwords, and returns when all of them take connections and the standby
     * has replayed the roles. That takes a few seconds.
     *
     * @throws ClusterException if they do not come up; then nothing of them is left
     */
    public static EmbeddedDatabases start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Cluster primary() {
        return clusters.primary();
    }

    public Cluster standby() {
        return standbys().get(0);
    }

    /** The standbys of the primary: one, if no other number was asked for. */
    public List<Cluster> standbys() {
        return clusters.standbys();
    }

    /**
     * Has a cluster that was the primary, and was stopped in peace, come back as the standby of the one that was
     * {@linkplain Cluster#promote() promoted} in its place.
     */
    public void follow(Cluster former, Cluster promoted) {
        try {
            new Replication(promoted, former).establish(passwords.of(Contents.REPLICATION));
        } catch (IOException failure) {
            throw new ClusterException("The data of " + former + " cannot be changed.", failure);
        }
        former.start();
    }

    public Cluster analytics() {
        return clusters.analytics();
    }

    /**
     * What an application is told: {@code database.default.url}, {@code database.default.read.url} (the standby) and
     * {@code database.analytics.url}, as {@code postgresql://} URLs. They contain the password of {@code duet_app}.
     */
    public Map<String, String> configuration() {
        ConnectionUrl url = new ConnectionUrl(Contents.APPLICATION, passwords.of(Contents.APPLICATION));
        return Map.of(
                "database.default.url", url.libpq(primary(), "app"),
                "database.default.read.url", url.libpq(standby(), "app"),
                "database.analytics.url", url.libpq(analytics(), "analytics"));
    }

    /** JDBC URLs of {@code primary}, {@code standby} and {@code analytics} for {@code viewer}, with its password. */
    public Map<String, String> viewerUrls() {
        ConnectionUrl url = new ConnectionUrl(Contents.VIEWER, passwords.of(Contents.VIEWER));
        return Map.of(
                "primary", url.jdbc(primary(), "app"),
                "standby", url.jdbc(standby(), "app"),
                "analytics", url.jdbc(analytics(), "analytics"));
    }

    /** The password of the role {@code viewer}, the same on all three. */
    public String viewerPassword() {
        return passwords.of(Contents.VIEWER);
    }

    /**
     * Returns when the standbys have replayed all that was done on the primary before.
     *
     * @throws ClusterException if one has not within 30 seconds
     */
    public void awaitReplication() throws SQLException {
        clusters.await();
    }

    /** The identifiers of the transactions that are prepared now: those of the primary first, each in order of time. */
    public List<String> preparedTransactions() throws SQLException {
        String query = "SELECT gid FROM pg_prepared_xacts ORDER BY prepared";
        List<String> gids = new ArrayList<>(primary().ask(query));
        gids.addAll(analytics().ask(query));
        return List.copyOf(gids);
    }

    Path folder() {
        return run.path();
    }

    /** Stops the three servers and removes their folder, and returns when all is gone. Closing again has no effect. */
    @Override
    public synchronized void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: this is the hook, or somebody closes at the same time.
        }
        try {
            clusters.stop();
        } finally {
            run.close();
        }
    }

    private void launch(Settings settings, Tls tls, boolean closeAtShutdown) {
        clusters.initialize(settings, tls);
        clusters.start(new Contents(passwords));
        if (closeAtShutdown) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** What may be chosen before the start. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<String, String> settings = new HashMap<>();
        private final Map<String, String> passwords = new HashMap<>();
        private boolean shutdownHook = true;
        private int standbys = 1;
        private ServerAccount account;
        private Tls tls;

        private Builder() {}

        /** A setting of all three servers, as in {@code postgresql.conf}: {@code setting("log_statement", "all")}. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /** The password of {@code duet_app}, {@code viewer} or the superuser {@code postgres}; by default random. */
        public Builder password(String role, String password) {
            passwords.put(role, password);
            return this;
        }

        /**
         * Whether the databases are closed when the JVM is told to end, which is the default. An owner that has to do
         * something before takes care of it in a shutdown hook of its own: the JVM runs all hooks at the same time.
         */
        public Builder shutdownHook(boolean wanted) {
            shutdownHook = wanted;
            return this;
        }

        /** How many standbys the primary has; by default one. */
        public Builder standbys(int number) {
            standbys = number;
            return this;
        }

        /**
         * Has all servers offer TLS too; by default they do not. The files are in PEM, and copied.
         *
         * @param certificate their certificate, for {@code 127.0.0.1}
         * @param key its private key, not encrypted
         * @param authority who signs the certificates of clients
         */
        public Builder tls(Path certificate, Path key, Path authority) {
            tls = new Tls(certificate, key, authority);
            return this;
        }

        Builder account(ServerAccount account) {
            this.account = account;
            return this;
        }

        /**
         * Starts the three clusters; see {@link EmbeddedDatabases#start()}.
         *
         * @throws ClusterException if they do not come up; then nothing of them is left
         */
        public EmbeddedDatabases start() {
            ServerAccount chosen = account == null ? ServerAccount.available() : account;
            Passwords all = new Passwords(passwords);
            RunFolder run = RunFolder.create();
            Installation installation = new Installation(run, chosen);
            Clusters clusters = Clusters.of(installation, new Superuser(all.of(Superuser.NAME)), standbys);
            EmbeddedDatabases databases = new EmbeddedDatabases(run, all, clusters);
            try {
                installation.unpack();
                databases.launch(Settings.BASE.with(settings), tls, shutdownHook);
                return databases;
            } catch (RuntimeException | Error e) {
                giveUp(databases, e);
                throw e;
            }
        }

        private static void giveUp(EmbeddedDatabases databases, Throwable cause) {
            try {
                databases.close();
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
