package org.duetdb.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duetdb.configure.XmlFile;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * How many tests a run had, from the summary that it left.
 *
 * @param all those that ran and those that were skipped
 * @param skipped those that are not for this server
 * @param failed failures and errors
 */
record TestCount(int all, int skipped, int failed) {

    /** Reads the summary of a run; null if there is none. */
    static TestCount of(Path summaries, String launch) throws IOException {
        Path file = summaries.resolve("summary-" + launch + ".xml");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Element summary = XmlFile.parse(file);
            int skipped = number(summary, "skipped");
            int failed = number(summary, "errors") + number(summary, "failures");
            return new TestCount(number(summary, "completed"), skipped, failed);
        } catch (SAXException unreadable) {
            throw new IOException("no summary of tests: " + file, unreadable);
        }
    }

    private static int number(Element summary, String name) {
        return Integer.parseInt(
                XmlFile.elements(summary, name).get(0).getTextContent().trim());
    }
}
