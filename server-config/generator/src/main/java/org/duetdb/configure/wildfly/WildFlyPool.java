package org.duetdb.configure.wildfly;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.config.PoolSettings;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;
import org.duetdb.server.WildFly;

/** The pool of one (alias, role), as WildFly takes it. */
final class WildFlyPool {

    private static final String ADAPTERS = "org.jboss.jca.adapters.jdbc.extensions.";

    private final PoolDefinition pool;
    private final Map<String, String> options = new TreeMap<>();

    WildFlyPool(PoolDefinition pool) {
        this.pool = pool;
    }

    PoolConfiguration configuration() {
        options.put("jndi-name", WildFly.bound(pool.jndiName()));
        options.put("driver-name", DriverModule.DRIVER);
        options.put("statistics-enabled", "true");
        // the sessions close their statements
        options.put("track-statements", "false");
        credentials();
        sizes();
        times();
        validation();
        if (pool.isForReading()) {
            outsideTransactions();
        }
        pool.driverProperties().forEach(this::property);
        pool.datasourceProperties().forEach(this::property);
        pool.leakProperties().forEach(this::property);
        pool.lifetimeProperties().forEach(this::property);
        pool.validationProperties().forEach(this::property);
        return new PoolConfiguration(pool.name(), options);
    }

    void refuse(UnsupportedSettings unsupported) {
        if (pool.hasLeakTimeoutOfItsOwn()) {
            // the cached connection manager reports what a component has left open, however long it was open
            unsupported.add(pool, "read.leak-timeout", "report connections that are held outside of transactions");
        }
    }

    private void credentials() {
        if (pool.user() != null) {
            options.put("user-name", Expression.literal(pool.user()));
        }
        if (pool.hasPassword()) {
            options.put("password", Expression.variable(pool.secret().variable()));
        }
    }

    private void sizes() {
        PoolSettings settings = pool.pool();
        boolean keepsIdle = settings.minIdle() > 0;
        options.put("max-pool-size", Integer.toString(settings.maxSize()));
        options.put("min-pool-size", Integer.toString(settings.minIdle()));
        // without the first the pool grows to its minimum by use only; without the second it shrinks below it
        options.put("pool-prefill", Boolean.toString(keepsIdle));
        options.put("pool-use-strict-min", Boolean.toString(keepsIdle));
    }

    private void times() {
        PoolSettings settings = pool.pool();
        options.put(
                "blocking-timeout-wait-millis",
                Long.toString(settings.connectTimeout().toMillis()));
        if (settings.idleTimeout() != null) {
            options.put("idle-timeout-minutes", Long.toString(minutes(settings.idleTimeout())));
        }
    }

    /**
     * A connection that has died must not be lent for ever, and WildFly has no middle way: it checks each time it
     * lends, or in the background, which is too late for the next request. The exception sorter is no help: to it, a
     * connection that the driver has closed, or that the database has ended, is as good as new. So it checks each time,
     * and by {@code isValid}: the datasource class asks the server each time only if {@code test-before-acquire} wants
     * that, and has connections retired that are too old, or whose server is to be left.
     */
    private void validation() {
        options.put("valid-connection-checker-class-name", ADAPTERS + "novendor.JDBC4ValidConnectionChecker");
        options.put("exception-sorter-class-name", ADAPTERS + "postgres.PostgreSQLExceptionSorter");
        options.put("flush-strategy", "FailingConnectionOnly");
        options.put("validate-on-match", "true");
        options.put("background-validation", "false");
    }

    /** WildFly enlists every XA datasource; a standby cannot prepare, and reading must not turn one phase into two. */
    private void outsideTransactions() {
        options.put(PoolKind.MARK, "false");
        options.put("datasource-class", PoolDefinition.PLAIN_DATASOURCE_CLASS);
    }

    /** Blanks around a value would not survive: the server lays out its XML anew. */
    private void property(String name, String value) {
        PoolKind kind = pool.isForReading() ? PoolKind.OUTSIDE_TRANSACTIONS : PoolKind.XA;
        options.put(kind.properties() + "." + name, Expression.literal(value.strip()));
    }

    private static long minutes(Duration duration) {
        return duration.plusMillis(Duration.ofMinutes(1).toMillis() - 1).toMinutes();
    }
}
