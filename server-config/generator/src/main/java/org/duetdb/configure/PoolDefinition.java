package org.duetdb.configure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.PoolSettings;
import org.duetdb.config.ReplicaSettings;

/**
 * What every server has to know of the pool of one (alias, role), in nobody's form.
 *
 * @param binding the alias, the role and their settings
 * @param catalog what else the same server has
 */
public record PoolDefinition(Binding binding, Catalog catalog) {

    /** The datasource class of ours; {@link XaJar} has it. */
    public static final String DATASOURCE_CLASS = "org.duetdb.xa.DuetXADataSource";

    /** The one for a server that takes XA datasources into transactions always: for the read role. */
    public static final String PLAIN_DATASOURCE_CLASS = "org.duetdb.xa.DuetDataSource";

    /** Without {@code test-before-acquire}: how long a connection that was found valid is not asked again. */
    public static final Duration VALIDATION_PERIOD = Duration.ofSeconds(1);

    /** How long a replica may keep silent beyond {@code statement-timeout}, by which it has to say something. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** By which the pools that are Duet's are told from others. */
    public static final String PREFIX = "duet-";

    /** Returns those of all (alias, role). */
    public static List<PoolDefinition> of(Catalog catalog) {
        return catalog.bindings().stream()
                .map(binding -> new PoolDefinition(binding, catalog))
                .toList();
    }

    /**
     * Returns the environment variables that give a server the passwords.
     *
     * @param form how the server wants a password to be written
     */
    public static Map<String, String> secrets(List<PoolDefinition> pools, UnaryOperator<String> form) {
        return pools.stream()
                .filter(PoolDefinition::hasPassword)
                .collect(Collectors.toMap(pool -> pool.secret().variable(), pool -> form.apply(pool.revealPassword())));
    }

    /** Returns the name of the pool: {@code duet-default-write}. */
    public String name() {
        return PREFIX + binding.name();
    }

    /** Returns where the application looks the datasource up. */
    public String jndiName() {
        return settings().jndiName();
    }

    /** Returns whether it is of the read role, which stays outside of transactions: a standby cannot prepare. */
    public boolean isForReading() {
        return binding.role() == Role.READ;
    }

    /** Returns the user; null if the driver shall find one. */
    public String user() {
        return settings().user();
    }

    /** Returns whether there is a password. */
    public boolean hasPassword() {
        return settings().password() != null;
    }

    /** Returns where the server finds the password. */
    public SecretReference secret() {
        return new SecretReference(binding.name());
    }

    /** Returns the password itself; call only where it is handed over, never to write it down. */
    public String revealPassword() {
        return settings().password().reveal();
    }

    /** Returns how connections are pooled. */
    public PoolSettings pool() {
        return settings().pool();
    }

    /**
     * Returns the driver's properties, under the names of {@code org.postgresql.ds.common.BaseDataSource}, without user
     * and password. {@code url} is among them, and stands first. Values that are empty are left out.
     */
    public Map<String, String> driverProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", settings().address().jdbcUrl());
        properties.put("ApplicationName", "Duet " + binding.alias() + "/" + binding.role());
        // the details of an error quote values, and the driver would put them into its messages
        properties.put("logServerErrorDetail", "false");
        properties.put("loginTimeout", Long.toString(seconds(pool().connectTimeout())));
        if (pool().keepalive() != null) {
            properties.put("tcpKeepAlive", "true");
        }
        if (settings().address().hosts().size() > 1 && !isReplica()) {
            // after a failover another one of them is the primary, and the former one may not answer
            properties.put("targetServerType", "primary");
            properties.put("hostRecheckSeconds", "2");
            properties.put("connectTimeout", "3");
        }
        if (isReplica() && pool().statementTimeout() != null) {
            // a replica that does not even say that the statement took too long is away, and others are read from
            properties.put(
                    "socketTimeout",
                    Long.toString(seconds(pool().statementTimeout().plus(SILENCE))));
        }
        properties.putAll(settings().address().properties());
        properties.merge("options", startupOptions(), (given, ours) -> ours.isEmpty() ? given : given + " " + ours);
        properties.values().removeIf(String::isBlank);
        return properties;
    }

    /**
     * Returns the properties of {@link #DATASOURCE_CLASS} beyond those of the driver: what the pool is for, and among
     * which others.
     */
    public Map<String, String> datasourceProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("alias", binding.alias());
        properties.put("role", binding.role().toString());
        if (catalog.node() != null) {
            properties.put("node", catalog.node());
        }
        if (!isForReading()) {
            properties.put("siblings", String.join(",", catalog.aliases()));
        }
        if (isReplica()) {
            properties.putAll(replicaProperties());
        }
        return properties;
    }

    private Map<String, String> replicaProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("replica", "true");
        ReplicaSettings replica = settings().replica();
        if (replica.maxLag() != null) {
            properties.put("maxLagMillis", Long.toString(replica.maxLag().toMillis()));
        }
        if (replica.maxLagBytes() > 0) {
            properties.put("maxLagBytes", Integer.toString(replica.maxLagBytes()));
        }
        return properties;
    }

    /** Returns whether it is of other servers than those of the write role. */
    private boolean isReplica() {
        return isForReading() && binding.isReplicaOf(writer());
    }

    private Binding writer() {
        return catalog.bindings().stream()
                .filter(other -> other.alias().equals(binding.alias()) && other.role() == Role.WRITE)
                .findFirst()
                .orElse(binding);
    }

    /** Returns what reports leaks, for a server that does not do so itself. */
    public Map<String, String> leakProperties() {
        return isForReading() ? Map.of() : property("leakTimeout", pool().leakTimeout());
    }

    /**
     * Returns what retires connections by their age when the pool validates, for a server that does not do so itself.
     */
    public Map<String, String> lifetimeProperties() {
        return property("maxLifetime", pool().maxLifetime());
    }

    /**
     * Returns what spares a pool that validates each time it lends most of the round trips, for a server that has no
     * period of its own.
     */
    public Map<String, String> validationProperties() {
        return pool().testBeforeAcquire()
                ? Map.of()
                : Map.of("validationPeriod", Long.toString(VALIDATION_PERIOD.toMillis()));
    }

    private static Map<String, String> property(String name, Duration duration) {
        return duration == null ? Map.of() : Map.of(name, Long.toString(seconds(duration)));
    }

    /**
     * Returns whether the read role has a leak timeout that the write role has not. A server that reports only
     * transactions for what they hold cannot honour that: the read role is outside of them.
     */
    public boolean hasLeakTimeoutOfItsOwn() {
        return isForReading() && !Objects.equals(writer().settings().pool().leakTimeout(), pool().leakTimeout());
    }

    /** Settings that the database applies to every session of the pool. */
    private String startupOptions() {
        List<String> options = new ArrayList<>();
        if (isForReading()) {
            options.add("-c default_transaction_read_only=on");
        }
        Duration limit = pool().statementTimeout();
        if (limit != null) {
            options.add("-c statement_timeout=" + limit.toMillis());
        }
        return String.join(" ", options);
    }

    /** Returns a duration in whole seconds, rounded up. */
    public static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    private DatabaseSettings settings() {
        return binding.settings();
    }
}
