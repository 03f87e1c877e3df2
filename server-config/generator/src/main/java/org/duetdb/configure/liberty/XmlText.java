package org.duetdb.configure.liberty;

import java.util.Map;
import java.util.TreeMap;

/** An XML document that is being written, an element a line; its attributes are sorted. */
final class XmlText {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    void begin(String element, Map<String, String> attributes) {
        line("<" + element + attributes(attributes) + ">");
        depth++;
    }

    void end(String element) {
        depth--;
        line("</" + element + ">");
    }

    void empty(String element, Map<String, String> attributes) {
        line("<" + element + attributes(attributes) + "/>");
    }

    void text(String element, String content) {
        line("<" + element + ">" + escaped(content) + "</" + element + ">");
    }

    private void line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
    }

    private static String attributes(Map<String, String> attributes) {
        StringBuilder list = new StringBuilder();
        new TreeMap<>(attributes)
                .forEach((name, value) -> list.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"'));
        return list.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
