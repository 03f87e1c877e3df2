package org.duetdb.configure.payara;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.XmlFile;
import org.w3c.dom.Element;

/** A {@code domain.xml}, as far as it is about pools of Duet's. */
final class DomainFile {

    private static final String STANDARD_PORT = "4848";
    private static final String TRANSACTIONS = ServerSetting.RECOVERY.element();
    private static final String INSTANCE = "${com.sun.aas.instanceRoot}";
    private static final String STANDARD_LOG = INSTANCE + "/logs";

    private final Element domain;

    private DomainFile(Element domain) {
        this.domain = domain;
    }

    static DomainFile read(Path file) throws IOException {
        return new DomainFile(XmlFile.root(file));
    }

    /** Returns the pools of Duet's, with their resources, and what the server needs once. */
    List<PoolConfiguration> present() {
        List<PoolConfiguration> present = new ArrayList<>();
        Element config = config();
        present.add(ServerSetting.with(
                setting -> XmlFile.attribute(config, setting.element(), setting.attribute(), "not set")));
        XmlFile.elements(domain, "resources/jdbc-connection-pool").stream()
                .filter(pool -> pool.getAttribute("name").startsWith(PoolDefinition.PREFIX))
                .map(this::pool)
                .forEach(present::add);
        return present;
    }

    /** Returns the port that {@code asadmin} talks to. */
    String adminPort() {
        return XmlFile.elements(config(), "network-config/network-listeners/network-listener").stream()
                .filter(listener -> listener.getAttribute("name").equals("admin-listener"))
                .map(listener -> listener.getAttribute("port"))
                .findFirst()
                .orElse(STANDARD_PORT);
    }

    /** Returns whether transactions are recovered when the server starts. */
    boolean recovers() {
        return Boolean.parseBoolean(
                XmlFile.attribute(config(), TRANSACTIONS, ServerSetting.RECOVERY.attribute(), "false"));
    }

    /**
     * Returns where the log of transactions goes; empty if only the server knows.
     *
     * @param folder the folder of the domain
     */
    Optional<Path> transactionLog(Path folder) {
        String place = XmlFile.attribute(config(), TRANSACTIONS, "tx-log-dir", STANDARD_LOG)
                .replace(INSTANCE, folder.toString());
        return place.contains("${") ? Optional.empty() : Optional.of(folder.resolve(place));
    }

    private Element config() {
        return XmlFile.elements(domain, "configs/config").stream()
                .filter(config -> config.getAttribute("name").equals(ServerSetting.NAME))
                .findFirst()
                .orElse(domain);
    }

    private PoolConfiguration pool(Element pool) {
        Map<String, String> options = new TreeMap<>();
        for (PoolAttribute attribute : PoolAttribute.values()) {
            String name = attribute.attribute();
            options.put(
                    name, attribute.compared(pool.hasAttribute(name) ? pool.getAttribute(name) : attribute.standard()));
        }
        for (Element property : XmlFile.elements(pool, "property")) {
            options.put(PayaraPool.PROPERTY + property.getAttribute("name"), property.getAttribute("value"));
        }
        String name = pool.getAttribute("name");
        options.put(PayaraPool.JNDI_NAME, resources(name));
        return new PoolConfiguration(name, options);
    }

    private String resources(String pool) {
        return XmlFile.elements(domain, "resources/jdbc-resource").stream()
                .filter(resource -> resource.getAttribute("pool-name").equals(pool))
                .map(resource -> resource.getAttribute("jndi-name"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
