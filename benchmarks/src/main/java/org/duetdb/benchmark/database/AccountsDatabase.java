package org.duetdb.benchmark.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.duetdb.Role;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.embedded.EmbeddedDatabases;

/**
 * A database with a table of accounts to read and update, and one of payments to add to. It ends with this JVM, however
 * that ends.
 */
public final class AccountsDatabase implements AutoCloseable {

    private static final String URL = "database.default.url";
    private static final String DATABASE = "app";

    private final EmbeddedDatabases databases;

    private AccountsDatabase(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    /** Starts the server, without whatever would work at times of its own, and fills the tables. */
    public static AccountsDatabase start() throws IOException, SQLException {
        EmbeddedDatabases databases = EmbeddedDatabases.builder()
                .setting("autovacuum", "off")
                .setting("checkpoint_timeout", "1h")
                .setting("max_wal_size", "8GB")
                .start();
        AccountsDatabase database = new AccountsDatabase(databases);
        try {
            databases.standby().stop();
            databases.analytics().stop();
            database.execute(script());
            return database;
        } catch (IOException | SQLException | RuntimeException | Error failure) {
            databases.close();
            throw failure;
        }
    }

    private static String script() throws IOException {
        try (InputStream file = AccountsDatabase.class.getResourceAsStream("schema.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Writes to disk what is to be written, so that the server does not during what comes next. */
    public void checkpoint() throws SQLException {
        execute("CHECKPOINT");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = databases.primary().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (String part : sql.split(";")) {
                statement.execute(part);
            }
        }
    }

    /** Returns the server's version, as it says it. */
    public String version() throws SQLException {
        try (Connection connection = databases.primary().connect(DATABASE)) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Returns what an application is configured with. It contains the password. */
    public Map<String, String> configuration() {
        return Map.of(URL, databases.configuration().get(URL));
    }

    /** Returns the catalog of that configuration. */
    public Catalog catalog() {
        return PropertyCatalog.of(configuration());
    }

    /** Returns the same for the write role, taken apart. */
    public DatabaseSettings settings() {
        return catalog().bindings().stream()
                .filter(binding -> binding.role() == Role.WRITE)
                .findFirst()
                .orElseThrow()
                .settings();
    }

    @Override
    public void close() {
        databases.close();
    }
}
