package org.duetdb.configure.wildfly;

import java.util.Map;
import java.util.TreeMap;
import org.duetdb.configure.PoolConfiguration;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A pool as it stands in the XML, whose names are not always those of the management model. */
final class PoolElement {

    /** Elements by the attributes that they are. What is not here has the same name, or is not written by Duet. */
    private static final Map<String, String> NAMES = Map.of(
            "driver", "driver-name",
            "prefill", "pool-prefill",
            "use-strict-min", "pool-use-strict-min",
            "blocking-timeout-millis", "blocking-timeout-wait-millis",
            "valid-connection-checker", "valid-connection-checker-class-name",
            "exception-sorter", "exception-sorter-class-name");

    private final Element pool;
    private final PoolKind kind;
    private final Map<String, String> options = new TreeMap<>();

    PoolElement(Element pool, PoolKind kind) {
        this.pool = pool;
        this.kind = kind;
    }

    PoolConfiguration configuration() {
        if (kind == PoolKind.OUTSIDE_TRANSACTIONS) {
            options.put(PoolKind.MARK, "true");
        }
        attributes(pool);
        options.remove("pool-name");
        options.remove("enabled", "true");
        children(pool);
        return new PoolConfiguration(pool.getAttribute("pool-name"), options);
    }

    private void attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            options.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
    }

    private void children(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                read(child);
            }
        }
    }

    private void read(Element child) {
        String element = child.getLocalName();
        switch (element) {
            case "xa-datasource-property", "connection-property" ->
                options.put(kind.properties() + "." + child.getAttribute("name"), text(child));
            case "pool", "xa-pool", "validation", "timeout", "statement" -> children(child);
            case "security" -> attributes(child);
            default -> {
                String value = child.hasAttribute("class-name") ? child.getAttribute("class-name") : text(child);
                options.put(NAMES.getOrDefault(element, element), value);
            }
        }
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
