package org.duetdb.server;

import java.util.Optional;
import javax.management.ObjectName;

/**
 * Open Liberty, and WebSphere Liberty. A pool shows its figures from its first use on; how many callers wait it does
 * not tell.
 */
public final class OpenLiberty implements ApplicationServer {

    private static final String POOLS = "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=";

    @Override
    public String name() {
        return "Open Liberty";
    }

    @Override
    public boolean isRunning() {
        return ManagementBeans.find("WebSphere:feature=kernel,name=ServerInfo").isPresent();
    }

    @Override
    public Optional<PoolFigures> figures(String jndiName) {
        return pool(jndiName).map(OpenLiberty::read);
    }

    private static PoolFigures read(ObjectName bean) {
        Integer size = ManagementBeans.number(bean, "Size");
        Integer available = ManagementBeans.number(bean, "Available");
        // two figures of two moments
        Integer inUse = size == null || available == null ? null : Integer.valueOf(Math.max(0, size - available));
        return new PoolFigures(size, available, inUse, null);
    }

    @Override
    public boolean flush(String jndiName) {
        return pool(jndiName)
                .map(bean -> ManagementBeans.call(bean, "purgePoolContents", "normal"))
                .orElse(false);
    }

    private static Optional<ObjectName> pool(String jndiName) {
        return ManagementBeans.find(POOLS + jndiName + ",*");
    }
}
