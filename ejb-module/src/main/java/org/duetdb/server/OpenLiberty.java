package org.duetdb.server;

import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;

/** Open Liberty, and WebSphere Liberty. A pool shows its figures from its first use on. */
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

    /** {@code minPoolSize} is what a pool does not shrink below; it grows to that by use only. */
    @Override
    public boolean fillsPools() {
        return false;
    }

    @Override
    public Map<String, String> persistenceProperties() {
        return Map.of("eclipselink.target-server", "WebSphere_Liberty");
    }

    @Override
    public Optional<PoolFigures> figures(String jndiName) {
        return pool(jndiName).map(OpenLiberty::read);
    }

    private static PoolFigures read(ObjectName bean) {
        return figures(new PoolContents(ManagementBeans.ask(bean, "showPoolContents")));
    }

    /** Only in words are all figures of one moment, and is there that of those who wait. */
    static PoolFigures figures(PoolContents contents) {
        Integer outside = contents.number("unshared");
        Integer inside = contents.number("shared");
        Integer inUse = outside == null || inside == null ? null : Integer.valueOf(outside + inside);
        return PoolFigures.ofParts(contents.number("available"), inUse, contents.number("waiting"));
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
