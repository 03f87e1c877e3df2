package org.duetdb.configure.payara;

import java.util.Map;
import java.util.TreeMap;
import org.duetdb.config.PoolSettings;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.UnsupportedSettings;

/** The pool of one (alias, role), as Payara keeps it in {@code domain.xml}. */
final class PayaraPool {

    /** What stands before the name of a property of the driver. */
    static final String PROPERTY = "property.";

    /** The option that names the resource of a pool. */
    static final String JNDI_NAME = "jndi-name";

    private final PoolDefinition pool;

    PayaraPool(PoolDefinition pool) {
        this.pool = pool;
    }

    /** Adds what Payara cannot do of what is configured. */
    void refuse(UnsupportedSettings unsupported) {
        new PayaraValues(pool).refuse(unsupported);
    }

    PoolConfiguration configuration() {
        Map<String, String> options = new TreeMap<>();
        for (PoolAttribute attribute : PoolAttribute.values()) {
            options.put(attribute.attribute(), value(attribute));
        }
        pool.driverProperties().forEach((name, value) -> options.put(PROPERTY + name, value));
        pool.datasourceProperties().forEach((name, value) -> options.put(PROPERTY + name, value));
        pool.lifetimeProperties().forEach((name, value) -> options.put(PROPERTY + name, value));
        if (pool.user() != null) {
            options.put(PROPERTY + "user", pool.user());
        }
        if (pool.hasPassword()) {
            options.put(PROPERTY + "password", "${MPCONFIG=" + pool.secret().property() + "}");
        }
        options.put(JNDI_NAME, pool.jndiName());
        return new PoolConfiguration(pool.name(), options);
    }

    private String value(PoolAttribute attribute) {
        PoolSettings settings = pool.pool();
        return switch (attribute) {
            case DATASOURCE_CLASS -> PoolDefinition.DATASOURCE_CLASS;
            case TYPE -> "javax.sql.XADataSource";
            case MIN -> Integer.toString(settings.minIdle());
            case MAX -> Integer.toString(settings.maxSize());
            case GROWTH -> "1";
            case WAIT -> Long.toString(settings.connectTimeout().toMillis());
            case IDLE ->
                settings.idleTimeout() == null
                        ? attribute.standard()
                        : Long.toString(PoolDefinition.seconds(settings.idleTimeout()));
            case VALIDATE -> "true";
            case VALIDATION_METHOD -> "custom-validation";
            case VALIDATION_CLASS -> "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation";
            // it keeps a connection that has died for ever, unless it validates
            case VALIDATION_PERIOD ->
                settings.testBeforeAcquire()
                        ? "0"
                        : Long.toString(PoolDefinition.seconds(PoolDefinition.VALIDATION_PERIOD));
            case LEAK ->
                settings.leakTimeout() == null
                        ? attribute.standard()
                        : Long.toString(PoolDefinition.seconds(settings.leakTimeout()));
            case LEAK_RECLAIM -> "false";
            // a standby cannot prepare, and reading must not turn one phase into two
            case OUTSIDE_TRANSACTIONS -> Boolean.toString(pool.isForReading());
            // the standard one does nothing, at the price of a proxy around each connection and each statement
            case TRACE -> PoolAttribute.NO_TRACE;
        };
    }
}
