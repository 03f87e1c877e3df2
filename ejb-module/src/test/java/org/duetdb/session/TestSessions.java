package org.duetdb.session;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sessions on real servers, without a container: each statement stands alone. The servers run while the tests of a
 * class do, and have a table {@code kinds} of every type.
 */
public final class TestSessions implements BeforeAllCallback, AfterAllCallback {

    /** How long the pools of {@code default} have callers wait. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private static final String TABLE = """
            CREATE TYPE mood AS ENUM ('calm', 'busy');
            CREATE TABLE kinds (id int PRIMARY KEY, a smallint, b int, c bigint, d numeric(12,4), e real,
                f double precision, g boolean, h text, i varchar(5), j bytea, k date, l time, m timestamp,
                n timestamptz, o uuid, p jsonb, q json, r mood, s inet, t int[], u text[], v uuid[], w numeric);
            GRANT ALL ON kinds TO duet_app;
            """;

    private final SessionServices services = new SessionServices();
    private final Callable<EmbeddedDatabases.Builder> servers;
    private EmbeddedDatabases databases;

    /** On servers as they are. */
    /** Creates those of a test class. */
    public TestSessions() {
        this(EmbeddedDatabases::builder);
    }

    /** On servers that are somehow special. */
    TestSessions(Callable<EmbeddedDatabases.Builder> servers) {
        this.servers = servers;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        databases = servers.call().start();
        try (Connection connection = databases.primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        databases.awaitReplication();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (databases != null) {
            databases.close();
        }
    }

    /** Returns the servers, for what a session cannot do. */
    EmbeddedDatabases databases() {
        return databases;
    }

    /** Returns a session for any thread. */
    JdbcDbSession session(String alias, Role role) {
        return session(alias, role, source -> {});
    }

    /** Returns a session whose connections are made as {@code tuning} wishes. */
    JdbcDbSession session(String alias, Role role, Consumer<PGSimpleDataSource> tuning) {
        PGSimpleDataSource source = source(alias, role);
        tuning.accept(source);
        return session(alias, role, source);
    }

    /** Returns a session over a datasource that the test has made. */
    JdbcDbSession session(String alias, Role role, DataSource source) {
        return session(settings(alias, role), Optional.of(source), null);
    }

    /** Returns a session that gets the same connection each time, as a pool may give it. */
    JdbcDbSession pooledSession(String alias, Role role) throws SQLException {
        PooledConnection kept = pooled(source(alias, role));
        DataSource pool = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return kept.getConnection();
            }
        };
        return session(alias, role, pool);
    }

    /** Returns a session for the calling thread. */
    JdbcDbSession confinedSession(String alias, Role role) {
        return session(settings(alias, role), Optional.of(source(alias, role)), Thread.currentThread());
    }

    /** Returns a session of the write role that has transactions, for the calling thread. */
    public JdbcDbSession transactionalSession(String alias) {
        return transactionalSession(alias, source -> {});
    }

    /** Returns such a session over a datasource with settings of its own. */
    JdbcDbSession transactionalSession(String alias, Consumer<PGSimpleDataSource> settings) {
        PGSimpleDataSource source = source(alias, Role.WRITE);
        settings.accept(source);
        return new JdbcDbSession(
                new ContainerDataSource(new Binding(settings(alias, Role.WRITE)), () -> Optional.of(source)),
                new PlainTransactions(),
                services,
                Thread.currentThread());
    }

    /** Returns a session for which the container has no datasource. */
    JdbcDbSession sessionWithoutSource(String alias, Role role) {
        return session(settings(alias, role), Optional.empty(), null);
    }

    private static PooledConnection pooled(PGSimpleDataSource source) throws SQLException {
        PGConnectionPoolDataSource pool = new PGConnectionPoolDataSource();
        pool.setUrl(source.getUrl());
        pool.setUser(source.getUser());
        pool.setPassword(source.getPassword());
        return pool.getPooledConnection();
    }

    private PGSimpleDataSource source(String alias, Role role) {
        DatabaseSettings settings = settings(alias, role);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.address().jdbcUrl());
        source.setUser(settings.user());
        source.setPassword(settings.password().reveal());
        return source;
    }

    /** Returns a session over a datasource that the test has made, of a database of its own. */
    JdbcDbSession session(DatabaseSettings settings, DataSource source) {
        return session(settings, Optional.of(source), null);
    }

    private JdbcDbSession session(DatabaseSettings settings, Optional<DataSource> source, Thread thread) {
        return new JdbcDbSession(
                new ContainerDataSource(new Binding(settings), () -> source),
                new OutsideTransactions("test"),
                services,
                thread);
    }

    private DatabaseSettings settings(String alias, Role role) {
        Map<String, String> configuration = new HashMap<>(databases.configuration());
        configuration.put("database.default.connect-timeout", CONNECT_TIMEOUT.toString());
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "test", 100))
                .build();
        return Settings.read(config, Set.of()).databases().stream()
                .filter(one -> one.alias().equals(alias) && one.role() == role)
                .findFirst()
                .orElseThrow();
    }
}
