package org.duetdb.type;

/**
 * An array of strings as text, whose element type the server takes from its place ("Array Input and Output Syntax").
 */
final class ArrayText {

    private ArrayText() {}

    static String of(String[] elements) {
        StringBuilder text = new StringBuilder("{");
        for (String element : elements) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (element == null) {
                text.append("NULL");
            } else {
                text.append('"')
                        .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
        }
        return text.append('}').toString();
    }
}
