package org.duetdb.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duetdb.Database;
import org.duetdb.Role;
import org.duetdb.config.KeyReader.Found;
import org.duetdb.config.ServerAddress.Host;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of one (alias, role). */
final class SettingsReader {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration CONSISTENCY_WAIT = Duration.ofMillis(100);

    private final Config config;
    private final String alias;
    private final Role role;
    private final KeyReader keys;

    SettingsReader(Config config, String alias, Role role, List<Problem> problems) {
        this.config = config;
        this.alias = alias;
        this.role = role;
        this.keys = new KeyReader(config, alias, role, problems);
    }

    /** Returns the settings; empty if the address is missing or malformed, which is then among the problems. */
    Optional<DatabaseSettings> read() {
        PoolSettings pool = pool();
        boolean required = keys.flag("required", true);
        ReplicaSettings replica = replica();
        String jndiName = keys.findOwn("jndi-name").map(Found::value).orElse("jdbc/" + alias + "/" + role);
        return place().map(place -> {
            Found user = keys.find("user").orElse(null);
            Found password = keys.find("password").orElse(null);
            return new DatabaseSettings(
                    alias,
                    role,
                    place.url().address(),
                    user != null ? user.value() : place.url().user(),
                    password != null
                            ? new Secret(password.value())
                            : place.url().password(),
                    password != null
                            ? password.key()
                            : place.url().password() != null ? place.key() : keys.ownKey("password"),
                    place.key(),
                    pool,
                    required,
                    replica,
                    jndiName);
        });
    }

    private record Place(String key, ConnectionUrl url) {}

    private Optional<Place> place() {
        Optional<Found> url = keys.findOwn("url");
        if (url.isEmpty() && keys.findOwn("host").isPresent()) {
            return fromParts();
        }
        url = url.or(this::plainReplica).or(() -> keys.find("url")).or(this::plainUrl);
        if (url.isPresent()) {
            return fromUrl(url.get());
        }
        if (keys.find("host").isPresent()) {
            return fromParts();
        }
        if (role == Role.WRITE) {
            keys.problem(
                    "DUET-002", keys.ownKey("url"), "is missing; set it, or remove the alias from database.aliases");
        }
        return Optional.empty();
    }

    /** {@code DATABASE_URL} alone configures the default alias. */
    private Optional<Found> plainUrl() {
        return alias.equals(Database.DEFAULT_ALIAS) ? value("database.url") : Optional.empty();
    }

    /** {@code DATABASE_READ_URL} is the address of its replica. */
    private Optional<Found> plainReplica() {
        return alias.equals(Database.DEFAULT_ALIAS) && role == Role.READ
                ? value("database.read.url")
                : Optional.empty();
    }

    private Optional<Found> value(String key) {
        return config.getOptionalValue(key, String.class).map(text -> new Found(key, text.strip()));
    }

    private Optional<Place> fromUrl(Found url) {
        try {
            return Optional.of(new Place(url.key(), ConnectionUrl.parse(url.value())));
        } catch (IllegalArgumentException malformed) {
            keys.problem("DUET-001", url.key(), "is not a PostgreSQL URL: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    /**
     * From {@code host}, {@code port} and {@code name}; what is not said is taken from the URL of the write role, if it
     * has one.
     */
    private Optional<Place> fromParts() {
        Found host = keys.find("host").orElseThrow();
        ConnectionUrl url = keys.find("url")
                .or(this::plainUrl)
                .flatMap(SettingsReader::parse)
                .orElse(null);
        int port = keys.number(
                "port",
                1,
                url == null ? Host.DEFAULT_PORT : url.address().hosts().get(0).port());
        String name = keys.find("name")
                .map(Found::value)
                .orElse(url == null ? alias : url.address().database());
        ServerAddress address = new ServerAddress(
                List.of(new Host(host.value(), port)),
                name,
                url == null ? Map.of() : url.address().properties());
        return Optional.of(new Place(
                host.key(),
                new ConnectionUrl(address, url == null ? null : url.user(), url == null ? null : url.password())));
    }

    private static Optional<ConnectionUrl> parse(Found url) {
        try {
            return Optional.of(ConnectionUrl.parse(url.value()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private PoolSettings pool() {
        PoolSettings pool = new PoolSettings(
                keys.number("max-size", 1, 16),
                keys.number("min-idle", 0, 0),
                keys.duration("connect-timeout", CONNECT_TIMEOUT),
                keys.duration("idle-timeout", null),
                keys.duration("max-lifetime", null),
                keys.flag("test-before-acquire", false),
                keys.duration("keepalive", null),
                keys.duration("statement-timeout", null),
                keys.duration("leak-timeout", null));
        if (pool.minIdle() > pool.maxSize()) {
            keys.problem("DUET-003", keys.ownKey("min-idle"), "is larger than max-size");
        }
        return pool;
    }

    private ReplicaSettings replica() {
        return new ReplicaSettings(
                keys.oneOf("consistency", Consistency.REQUEST),
                keys.duration("consistency-wait", CONSISTENCY_WAIT),
                keys.duration("max-lag", null),
                keys.number("max-lag-bytes", 0, 0));
    }

    /** Returns the settings of both roles of every alias, as far as they can be read. */
    static List<DatabaseSettings> readAll(Config config, Iterable<String> aliases, List<Problem> problems) {
        List<DatabaseSettings> all = new ArrayList<>();
        for (String alias : aliases) {
            if (AliasNames.isAllowed(alias)) {
                for (Role role : Role.values()) {
                    new SettingsReader(config, alias, role, problems).read().ifPresent(all::add);
                }
            } else {
                problems.add(
                        new Problem(
                                "DUET-004",
                                "the alias " + alias
                                        + " is not a name; it begins with a letter and goes on with letters, digits, - and _, and is not read"));
            }
        }
        return all;
    }
}
