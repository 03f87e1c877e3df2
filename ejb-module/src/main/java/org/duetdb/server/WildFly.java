package org.duetdb.server;

import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/** WildFly. The figures are shown of pools that have {@code statistics-enabled}. */
public final class WildFly implements ApplicationServer {

    private static final String DATA_SOURCES = "jboss.as:subsystem=datasources,";

    @Override
    public String name() {
        return "WildFly";
    }

    /** JBoss EAP is a WildFly, too. */
    @Override
    public boolean isRunning() {
        return System.getProperty("jboss.home.dir") != null && System.getProperty("jboss.server.name") != null;
    }

    /** Of an EAR, it sees the checks in the libraries, and none of a module's (WFLY-12835). */
    @Override
    public boolean findsHealthChecks() {
        return false;
    }

    @Override
    public Map<String, String> persistenceProperties() {
        return Map.of(
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.JBossAppServerJtaPlatform");
    }

    @Override
    public Optional<PoolFigures> figures(String jndiName) {
        if (isStarting()) {
            return Optional.empty();
        }
        return pool(jndiName)
                .filter(pool -> "true".equals(String.valueOf(ManagementBeans.value(pool, "statisticsEnabled"))))
                .flatMap(pool -> ManagementBeans.find(pool + ",statistics=pool"))
                .map(WildFly::read);
    }

    /** Until it has started, the server finds the names of its MBeans and logs an error for each attribute. */
    private static boolean isStarting() {
        return ManagementBeans.find("jboss.as:management-root=server")
                .map(root -> "starting".equals(ManagementBeans.value(root, "serverState")))
                .orElse(true);
    }

    /** WildFly counts who had to wait since the server started, not who waits. */
    private static PoolFigures read(ObjectName bean) {
        Integer available = ManagementBeans.number(bean, "IdleCount");
        Integer inUse = ManagementBeans.number(bean, "InUseCount");
        return PoolFigures.ofParts(available, inUse, null);
    }

    @Override
    public boolean flush(String jndiName) {
        return pool(jndiName)
                .map(pool -> ManagementBeans.call(pool, "flushIdleConnectionInPool"))
                .orElse(false);
    }

    /**
     * Returns under which name a datasource is bound: nothing is outside of {@code java:}. A plain name finds it, too.
     */
    public static String bound(String jndiName) {
        return jndiName.startsWith("java:") ? jndiName : "java:/" + jndiName;
    }

    private static Optional<ObjectName> pool(String jndiName) {
        String bound = bound(jndiName);
        return ManagementBeans.find(DATA_SOURCES + "xa-data-source=*", "jndiName", bound)
                .or(() -> ManagementBeans.find(DATA_SOURCES + "data-source=*", "jndiName", bound));
    }
}
