package org.duetdb.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duetdb.catalog.CatalogException;
import org.duetdb.config.Problem;

/** The names of the persistence units of an application (Jakarta Persistence 3.1 §8.2). */
final class UnitNames {

    private static final String DESCRIPTOR = "META-INF/persistence.xml";

    private UnitNames() {}

    /**
     * Returns those that are visible to the class loaders, sorted; null stands for none.
     *
     * @throws CatalogException if a descriptor cannot be read
     */
    static Set<String> visibleTo(Collection<ClassLoader> loaders) throws CatalogException {
        Set<String> names = new TreeSet<>();
        for (ClassLoader loader : loaders) {
            if (loader != null) {
                addTo(names, loader);
            }
        }
        return names;
    }

    private static void addTo(Set<String> names, ClassLoader loader) throws CatalogException {
        List<URL> descriptors;
        try {
            descriptors = Collections.list(loader.getResources(DESCRIPTOR));
        } catch (IOException unreadable) {
            throw unreadable(DESCRIPTOR, unreadable);
        }
        for (URL descriptor : descriptors) {
            try {
                names.addAll(in(descriptor));
            } catch (IOException | XMLStreamException unreadable) {
                throw unreadable(descriptor, unreadable);
            }
        }
    }

    private static CatalogException unreadable(Object descriptor, Exception why) {
        return new CatalogException(List.of(new Problem(
                "DUET-009", descriptor + " cannot be read: " + why.getMessage() + "; correct it, or take it away")));
    }

    private static Set<String> in(URL descriptor) throws IOException, XMLStreamException {
        URLConnection connection = descriptor.openConnection();
        // a jar that is kept open could not be replaced
        connection.setUseCaches(false);
        try (InputStream file = connection.getInputStream()) {
            return in(file);
        }
    }

    private static Set<String> in(InputStream file) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> names = new TreeSet<>();
        XMLStreamReader reader = factory.createXMLStreamReader(file);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("persistence-unit")) {
                names.add(reader.getAttributeValue(null, "name"));
            }
        }
        return names;
    }
}
