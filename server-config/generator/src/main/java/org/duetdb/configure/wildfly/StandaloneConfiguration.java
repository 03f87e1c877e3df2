package org.duetdb.configure.wildfly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.XmlFile;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The pools of Duet's that stand in a {@code standalone.xml}. */
public final class StandaloneConfiguration {

    private StandaloneConfiguration() {}

    /**
     * Reads them, in the form of {@link WildFlyPools}. Pools whose names do not start with {@code duet-} are left out.
     *
     * @throws IOException if the file cannot be read, or is no XML
     */
    public static List<PoolConfiguration> pools(Path file) throws IOException {
        Element root = root(file);
        List<PoolConfiguration> pools = new ArrayList<>();
        for (PoolKind kind : PoolKind.values()) {
            NodeList elements = root.getElementsByTagNameNS("*", kind.element());
            for (int i = 0; i < elements.getLength(); i++) {
                Element pool = (Element) elements.item(i);
                if (pool.getAttribute("pool-name").startsWith(PoolDefinition.PREFIX)) {
                    pools.add(new PoolElement(pool, kind).configuration());
                }
            }
        }
        return pools;
    }

    private static Element root(Path file) throws IOException {
        try {
            return XmlFile.parse(file);
        } catch (SAXException unreadable) {
            throw new IOException(
                    "DUET-521 the configuration of WildFly cannot be read [file=" + file
                            + "]; give the standalone.xml of the server",
                    unreadable);
        }
    }
}
