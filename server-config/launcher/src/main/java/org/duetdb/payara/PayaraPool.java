package org.duetdb.payara;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.config.PoolSettings;

/** The pool of one binding, as Payara takes it. */
final class PayaraPool {

    /** Payara keeps a connection that has died for ever, unless it validates: at least this often, in seconds. */
    private static final int VALIDATION_PERIOD = 1;

    private final Binding binding;
    private final DatabaseSettings settings;

    PayaraPool(Binding binding) {
        this.binding = binding;
        this.settings = binding.settings();
    }

    String createCommand() {
        List<String> words = new ArrayList<>();
        words.add("create-jdbc-connection-pool");
        words.add("--datasourceclassname=org.postgresql.xa.PGXADataSource");
        words.add("--restype=javax.sql.XADataSource");
        words.addAll(options());
        words.add("\"--property=" + driverProperties() + "\"");
        words.add(binding.name());
        return String.join(" ", words);
    }

    private List<String> options() {
        PoolSettings pool = settings.pool();
        if (pool.maxLifetime() != null) {
            throw new IllegalStateException("DUET-501 Payara cannot retire connections by their age ["
                    + binding.origin() + "]; remove max-lifetime");
        }
        List<String> options = new ArrayList<>();
        options.add("--steadypoolsize=" + pool.minIdle());
        options.add("--maxpoolsize=" + pool.maxSize());
        options.add("--poolresize=1");
        options.add("--maxwait=" + pool.connectTimeout().toMillis());
        if (pool.idleTimeout() != null) {
            options.add("--idletimeout=" + seconds(pool.idleTimeout()));
        }
        options.add("--isconnectvalidatereq=true");
        options.add("--validationmethod=custom-validation");
        options.add("--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation");
        options.add("--validateatmostonceperiod=" + (pool.testBeforeAcquire() ? 0 : VALIDATION_PERIOD));
        if (pool.leakTimeout() != null) {
            options.add("--leaktimeout=" + seconds(pool.leakTimeout()));
            options.add("--leakreclaim=false");
        }
        if (binding.role() == Role.READ) {
            // a standby cannot prepare, and reading must not turn one phase into two
            options.add("--nontransactionalconnections=true");
        }
        return options;
    }

    private String driverProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", settings.address().jdbcUrl());
        properties.put("ApplicationName", "Duet " + binding.alias() + "/" + binding.role());
        // the details of an error quote values, and the driver would put them into its messages
        properties.put("logServerErrorDetail", "false");
        properties.put("loginTimeout", Long.toString(seconds(settings.pool().connectTimeout())));
        if (settings.pool().keepalive() != null) {
            properties.put("tcpKeepAlive", "true");
        }
        properties.putAll(settings.address().properties());
        properties.merge("options", startupOptions(), (given, ours) -> given + " " + ours);
        properties.values().removeIf(String::isBlank);
        if (settings.user() != null) {
            properties.put("user", settings.user());
        }
        StringBuilder text = new StringBuilder(properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + escaped(property.getValue()))
                .collect(Collectors.joining(":")));
        if (settings.password() != null) {
            text.append(":password=${MPCONFIG=").append(secretName()).append('}');
        }
        return text.toString();
    }

    /** Settings that the server applies to every session of the pool. */
    private String startupOptions() {
        List<String> options = new ArrayList<>();
        if (binding.role() == Role.READ) {
            options.add("-c default_transaction_read_only=on");
        }
        Duration limit = settings.pool().statementTimeout();
        if (limit != null) {
            options.add("-c statement_timeout=" + limit.toMillis());
        }
        return String.join(" ", options);
    }

    Map<String, String> secrets() {
        return settings.password() == null
                ? Map.of()
                : Map.of(secretName(), settings.password().reveal());
    }

    private String secretName() {
        return "duet.secret." + binding.name();
    }

    /** Escapes what the syntax of a property list takes for its own. */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\:=\"']", "\\\\$0");
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
