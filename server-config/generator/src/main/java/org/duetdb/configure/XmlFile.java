package org.duetdb.configure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads XML that a server keeps: no file but the one that is named is opened, whatever stands in it. */
public final class XmlFile {

    private XmlFile() {}

    /**
     * Returns the root of a file.
     *
     * @throws ConfigureException if it is not XML ({@code DUET-507})
     * @throws IOException if it cannot be read
     */
    public static Element root(Path file) throws IOException {
        try {
            return parse(file);
        } catch (SAXException malformed) {
            throw new ConfigureException(
                    "DUET-507 " + file + " is not a well-formed configuration of a server; restore it", malformed);
        }
    }

    /**
     * Returns the root of a file.
     *
     * @throws SAXException if it is not XML, or has a document type
     * @throws IOException if it cannot be read
     */
    public static Element parse(Path file) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // servers write no document type, and one could name other files
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // what is wrong is said by the exception; the parser would also print it
            builder.setErrorHandler(null);
            return builder.parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns all elements at a path of names, separated by slashes, below another. */
    public static List<Element> elements(Element parent, String path) {
        List<Element> parents = List.of(parent);
        for (String name : path.split("/")) {
            parents = parents.stream()
                    .flatMap(one -> children(one, name).stream())
                    .toList();
        }
        return parents;
    }

    /** Returns an attribute of the first element at a path, or something else where there is none. */
    public static String attribute(Element parent, String path, String name, String otherwise) {
        return elements(parent, path).stream()
                .filter(element -> element.hasAttribute(name))
                .map(element -> element.getAttribute(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
