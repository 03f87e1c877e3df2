package org.duetdb.type;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.embedded.EmbeddedDatabases;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/** One real server for all tests of types; each test gets an {@link Exchange} with it. */
final class TypeDatabase implements ParameterResolver, AutoCloseable {

    private static final String TYPES = """
            CREATE TYPE mood AS ENUM ('calm', 'busy');
            CREATE DOMAIN positive AS int CHECK (value > 0);
            CREATE DOMAIN deadline AS timestamptz;
            CREATE DOMAIN document AS jsonb;
            CREATE TYPE pair AS (a int, b text);
            CREATE EXTENSION IF NOT EXISTS citext;
            """;

    private EmbeddedDatabases databases;
    private Exchange exchange;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Exchange.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TypeDatabase.class))
                .computeIfAbsent(TypeDatabase.class, key -> start(), TypeDatabase.class)
                .exchange;
    }

    private static TypeDatabase start() {
        TypeDatabase database = new TypeDatabase();
        database.databases = EmbeddedDatabases.start();
        try (Connection connection = database.databases.primary().connect("app");
                Statement statement = connection.createStatement()) {
            statement.execute(TYPES);
            database.exchange = open(database.databases);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return database;
    }

    private static Exchange open(EmbeddedDatabases databases) throws SQLException {
        URI address = URI.create(databases.configuration().get("database.default.url"));
        String[] user = address.getUserInfo().split(":");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + address.getAuthority().split("@")[1] + address.getPath());
        source.setUser(user[0]);
        source.setPassword(user[1]);
        return Exchange.open(source);
    }

    @Override
    public void close() {
        exchange.close();
        databases.close();
    }
}
