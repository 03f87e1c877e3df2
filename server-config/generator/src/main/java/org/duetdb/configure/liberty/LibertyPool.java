package org.duetdb.configure.liberty;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.config.PoolSettings;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/**
 * The pool of one (alias, role), as Open Liberty takes it. An option of an element within the datasource bears its name
 * before a dot: {@code connectionManager.maxPoolSize}.
 */
final class LibertyPool {

    /** How long the database may take to say that a connection lives. */
    private static final String VALIDATION = "5s";

    /** How often Liberty looks for connections to retire, unless that is asked for sooner. */
    private static final Duration REAP = Duration.ofMinutes(3);

    private static final int LOOKS_IN_A_LIFE = 4;

    private final PoolDefinition pool;
    private final Map<String, String> options = new TreeMap<>();

    LibertyPool(PoolDefinition pool) {
        this.pool = pool;
    }

    PoolConfiguration configuration() {
        options.put("jndiName", pool.jndiName());
        options.put("type", "javax.sql.XADataSource");
        options.put("jdbcDriverRef", DropinFile.DRIVER);
        // the driver keeps statements by itself
        options.put("statementCacheSize", "0");
        if (pool.isForReading()) {
            // a standby cannot prepare, and reading must not turn one phase into two
            options.put("transactional", "false");
        }
        connections();
        retirement();
        validation();
        driver();
        return new PoolConfiguration(pool.name(), options);
    }

    void refuse(UnsupportedSettings unsupported) {
        if (pool.hasLeakTimeoutOfItsOwn()) {
            unsupported.add(pool, "read.leak-timeout", "report connections that are held outside of transactions");
        }
        if (pool.user() != null && pool.user().contains("${")) {
            unsupported.add(pool, "user", "take a user with ${ in its name");
        }
    }

    private void connections() {
        PoolSettings settings = pool.pool();
        connectionManager("maxPoolSize", Integer.toString(settings.maxSize()));
        connectionManager("minPoolSize", Integer.toString(settings.minIdle()));
        connectionManager("connectionTimeout", seconds(settings.connectTimeout()));
        // a shared connection would stay with the request after the statement, also outside of transactions
        connectionManager("enableSharingForDirectLookups", "false");
        // a session may be used first within a bean, and go on after it: it closes its connection itself
        connectionManager("autoCloseConnections", "false");
    }

    private void retirement() {
        PoolSettings settings = pool.pool();
        Duration soonest = REAP;
        if (settings.idleTimeout() != null) {
            connectionManager("maxIdleTime", seconds(settings.idleTimeout()));
            soonest = shorter(soonest, settings.idleTimeout());
        }
        if (settings.maxLifetime() != null) {
            connectionManager("agedTimeout", seconds(settings.maxLifetime()));
            soonest = shorter(soonest, settings.maxLifetime());
        }
        if (!soonest.equals(REAP)) {
            connectionManager("reapTime", seconds(soonest));
        }
    }

    /** Connections are looked at by and by: often enough to be retired soon after their time. */
    private static Duration shorter(Duration known, Duration life) {
        Duration part = life.dividedBy(LOOKS_IN_A_LIFE);
        return part.compareTo(known) < 0 ? part : known;
    }

    /**
     * One that has died is found when it is lent, for the datasource class asks the server then, unless it has just
     * done so; or else when a statement fails. Then all that are idle go with it.
     */
    private void validation() {
        options.put("validationTimeout", VALIDATION);
        connectionManager("purgePolicy", "EntirePool");
        for (String state : DropinFile.STATES_OF_A_DEAD_CONNECTION) {
            options.put(DropinFile.IDENTIFY + "." + state, "StaleConnection");
        }
    }

    private void driver() {
        pool.datasourceProperties().forEach((name, value) -> options.put("properties." + name, value));
        pool.leakProperties().forEach((name, value) -> options.put("properties." + name, value));
        pool.validationProperties().forEach((name, value) -> options.put("properties." + name, value));
        options.put("properties.URL", DriverUrl.of(pool.driverProperties()));
        if (pool.user() != null) {
            options.put("properties.user", pool.user());
        }
        if (pool.hasPassword()) {
            options.put("properties.password", "${env." + pool.secret().variable() + "}");
        }
    }

    private void connectionManager(String name, String value) {
        options.put("connectionManager." + name, value);
    }

    private static String seconds(Duration duration) {
        return PoolDefinition.seconds(duration) + "s";
    }
}
