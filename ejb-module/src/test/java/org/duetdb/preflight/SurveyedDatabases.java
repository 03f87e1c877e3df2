package org.duetdb.preflight;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.embedded.EmbeddedDatabases;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded databases, with datasources as a container would have them, and threads to ask them by. */
public final class SurveyedDatabases implements AutoCloseable {

    /** Long enough for anything. */
    public static final Duration DEADLINE = Duration.ofSeconds(20);

    private final EmbeddedDatabases databases;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Takes them over. */
    public SurveyedDatabases(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    /** Returns them. */
    public EmbeddedDatabases databases() {
        return databases;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Examines the databases of a configuration: the usual one, and these keys beside it. */
    Preflight preflight(Map<String, String> keys) {
        return preflight(keys, source -> {});
    }

    /** Examines them, with datasources that are made as {@code tuning} wishes. */
    Preflight preflight(Map<String, String> keys, Consumer<PGSimpleDataSource> tuning) {
        return survey(keys, tuning).take(threads, DEADLINE);
    }

    DatabaseSurvey survey(Map<String, String> keys, Consumer<PGSimpleDataSource> tuning) {
        return new DatabaseSurvey(sources(keys, tuning));
    }

    /** The datasources of a configuration: the usual one, and these keys beside it. */
    public List<ContainerDataSource> sources(Map<String, String> keys, Consumer<PGSimpleDataSource> tuning) {
        Map<String, String> configuration = new HashMap<>(databases.configuration());
        configuration.putAll(keys);
        configuration.values().removeIf(String::isEmpty);
        return catalog(configuration).bindings().stream()
                .map(binding -> source(binding, tuning))
                .toList();
    }

    private static Catalog catalog(Map<String, String> configuration) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(configuration, "test", 100))
                .build();
        try {
            return Catalog.of(Settings.read(config, Set.of()), List.of());
        } catch (CatalogException problems) {
            throw new IllegalArgumentException(problems);
        }
    }

    private static ContainerDataSource source(Binding binding, Consumer<PGSimpleDataSource> tuning) {
        DatabaseSettings settings = binding.settings();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.address().jdbcUrl());
        source.setUser(settings.user());
        source.setPassword(settings.password().reveal());
        if (binding.role() == Role.READ) {
            source.setOptions("-c default_transaction_read_only=on");
        }
        tuning.accept(source);
        return new ContainerDataSource(binding, () -> Optional.of(source));
    }

    /** Runs a statement as superuser in {@code app} on the primary, and has the standby follow. */
    void run(String... statements) throws SQLException {
        try (Connection connection = databases.primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        databases.awaitReplication();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        databases.close();
    }
}
