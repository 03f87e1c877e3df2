package org.duetdb.configure.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.XmlFile;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The pools of Duet's that stand in a file of Liberty's configuration. */
public final class PresentPools {

    private PresentPools() {}

    /**
     * Reads them, in the order in which they stand there.
     *
     * @param file that of {@link DropinFile#PATH}, or another; if there is none, there are no pools
     * @throws IOException if it cannot be read, or is no XML
     */
    public static List<PoolConfiguration> in(Path file) throws IOException {
        return Files.exists(file) ? pools(root(file)) : List.of();
    }

    private static Element root(Path file) throws IOException {
        try {
            return XmlFile.parse(file);
        } catch (SAXException unreadable) {
            throw new IOException(
                    "DUET-530 the configuration of Open Liberty is no XML [" + file + "]; mend or remove it",
                    unreadable);
        }
    }

    private static List<PoolConfiguration> pools(Element root) {
        List<PoolConfiguration> pools = new ArrayList<>();
        for (Element source : elements(root.getElementsByTagName("dataSource"))) {
            String name = source.getAttribute("id");
            if (name.startsWith(PoolDefinition.PREFIX)) {
                pools.add(new PoolConfiguration(name, options(source)));
            }
        }
        return pools;
    }

    private static Map<String, String> options(Element source) {
        Map<String, String> options = attributes("", source);
        options.remove("id");
        for (Element part : elements(source.getElementsByTagName("*"))) {
            if (part.getTagName().equals(DropinFile.IDENTIFY)) {
                options.put(DropinFile.IDENTIFY + "." + part.getAttribute("sqlState"), part.getAttribute("as"));
            } else {
                options.putAll(attributes(part.getTagName() + ".", part));
            }
        }
        return options;
    }

    private static Map<String, String> attributes(String prefix, Element element) {
        Map<String, String> values = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(
                    prefix + attributes.item(i).getNodeName(),
                    attributes.item(i).getNodeValue());
        }
        return values;
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
