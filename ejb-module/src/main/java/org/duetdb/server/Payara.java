package org.duetdb.server;

import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * Payara Server and Payara Micro. The figures are shown by AMX, where that and the monitoring of connection pools are
 * on.
 */
public final class Payara implements ApplicationServer {

    @Override
    public String name() {
        return "Payara";
    }

    @Override
    public boolean isRunning() {
        return System.getProperty("com.sun.aas.installRoot") != null;
    }

    /** And its lookup makes a whole naming context, which is seen in the time that a write takes. */
    @Override
    public boolean checksDemarcationWhenCalled() {
        return true;
    }

    @Override
    public Map<String, String> persistenceProperties() {
        return Map.of("eclipselink.target-server", "Glassfish");
    }

    @Override
    public Optional<PoolFigures> figures(String jndiName) {
        return pool(jndiName)
                .flatMap(
                        pool -> ManagementBeans.find("amx:type=jdbc-connection-pool-mon,name=resources/" + pool + ",*"))
                .map(Payara::read);
    }

    private static PoolFigures read(ObjectName bean) {
        Integer available = ManagementBeans.number(bean, "numconnfree.current");
        Integer inUse = ManagementBeans.number(bean, "numconnused.current");
        return PoolFigures.ofParts(available, inUse, ManagementBeans.number(bean, "waitqueuelength.count"));
    }

    /** Its own command for that is not to be had by an application, see {@code docs/payara.md}. */
    @Override
    public boolean flush(String jndiName) {
        return false;
    }

    private static Optional<String> pool(String jndiName) {
        return ManagementBeans.find("amx:type=jdbc-resource,name=" + jndiName + ",*")
                .map(resource -> ManagementBeans.value(resource, "PoolName"))
                .map(Object::toString);
    }
}
