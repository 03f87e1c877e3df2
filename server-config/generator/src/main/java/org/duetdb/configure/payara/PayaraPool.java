package org.duetdb.configure.payara;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duetdb.config.PoolSettings;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/** The pool of one (alias, role), as Payara takes it. */
final class PayaraPool {

    /** Payara keeps a connection that has died for ever, unless it validates: at least this often, in seconds. */
    private static final int VALIDATION_PERIOD = 1;

    private final PoolDefinition pool;

    PayaraPool(PoolDefinition pool) {
        this.pool = pool;
    }

    String createCommand() {
        List<String> words = new ArrayList<>();
        words.add("create-jdbc-connection-pool");
        words.add("--datasourceclassname=org.postgresql.xa.PGXADataSource");
        words.add("--restype=javax.sql.XADataSource");
        words.addAll(options());
        words.add("\"--property=" + driverProperties() + "\"");
        words.add(pool.name());
        return String.join(" ", words);
    }

    private List<String> options() {
        PoolSettings settings = pool.pool();
        UnsupportedSettings unsupported = new UnsupportedSettings("Payara");
        if (settings.maxLifetime() != null) {
            unsupported.add(pool, "max-lifetime", "retire connections by their age");
        }
        unsupported.raise();
        List<String> options = new ArrayList<>();
        options.add("--steadypoolsize=" + settings.minIdle());
        options.add("--maxpoolsize=" + settings.maxSize());
        options.add("--poolresize=1");
        options.add("--maxwait=" + settings.connectTimeout().toMillis());
        if (settings.idleTimeout() != null) {
            options.add("--idletimeout=" + PoolDefinition.seconds(settings.idleTimeout()));
        }
        options.add("--isconnectvalidatereq=true");
        options.add("--validationmethod=custom-validation");
        options.add("--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation");
        options.add("--validateatmostonceperiod=" + (settings.testBeforeAcquire() ? 0 : VALIDATION_PERIOD));
        if (settings.leakTimeout() != null) {
            options.add("--leaktimeout=" + PoolDefinition.seconds(settings.leakTimeout()));
            options.add("--leakreclaim=false");
        }
        if (pool.isForReading()) {
            // a standby cannot prepare, and reading must not turn one phase into two
            options.add("--nontransactionalconnections=true");
        }
        return options;
    }

    private String driverProperties() {
        Map<String, String> properties = pool.driverProperties();
        if (pool.user() != null) {
            properties.put("user", pool.user());
        }
        String text = properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + escaped(property.getValue()))
                .collect(Collectors.joining(":"));
        return pool.hasPassword()
                ? text + ":password=${MPCONFIG=" + pool.secret().property() + "}"
                : text;
    }

    Map<String, String> secrets() {
        return pool.hasPassword() ? Map.of(pool.secret().property(), pool.revealPassword()) : Map.of();
    }

    /** Escapes what the syntax of a property list takes for its own. */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\:=\"']", "\\\\$0");
    }
}
