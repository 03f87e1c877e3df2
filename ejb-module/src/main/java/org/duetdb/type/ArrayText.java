package org.duetdb.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Arrays of any number of dimensions as text ("Array Input and Output Syntax"). */
final class ArrayText {

    private final String text;
    private final char delimiter;
    private final Function<String, Object> element;
    private int next;

    private ArrayText(String text, char delimiter, Function<String, Object> element) {
        this.text = text;
        this.delimiter = delimiter;
        this.element = element;
    }

    /** Writes texts, nulls and arrays of them. */
    static String of(Object[] elements) {
        return append(new StringBuilder(), elements).toString();
    }

    private static StringBuilder append(StringBuilder text, Object[] elements) {
        String between = "{";
        for (Object element : elements) {
            text.append(between);
            if (element instanceof Object[] inner) {
                append(text, inner);
            } else if (element == null) {
                text.append("NULL");
            } else {
                quote(text, element.toString());
            }
            between = ",";
        }
        return text.append(elements.length == 0 ? "{}" : "}");
    }

    private static void quote(StringBuilder text, String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char letter = element.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\');
            }
            text.append(letter);
        }
        text.append('"');
    }

    /**
     * Reads an array; bounds in front are left out, and inner arrays are lists.
     *
     * @param delimiter what stands between elements: a comma, but for {@code box}
     * @param element makes a value of the text of an element
     */
    static List<Object> parse(String text, char delimiter, Function<String, Object> element) {
        ArrayText array = new ArrayText(text, delimiter, element);
        array.next = text.indexOf('{');
        return array.list();
    }

    private List<Object> list() {
        next++;
        List<Object> elements = new ArrayList<>();
        while (text.charAt(next) != '}') {
            elements.add(element());
            if (text.charAt(next) == delimiter) {
                next++;
            }
        }
        next++;
        return Collections.unmodifiableList(elements);
    }

    private Object element() {
        return switch (text.charAt(next)) {
            case '{' -> list();
            case '"' -> element.apply(quoted());
            default -> plain();
        };
    }

    private String quoted() {
        StringBuilder content = new StringBuilder();
        for (next++; text.charAt(next) != '"'; next++) {
            if (text.charAt(next) == '\\') {
                next++;
            }
            content.append(text.charAt(next));
        }
        next++;
        return content.toString();
    }

    private Object plain() {
        int from = next;
        while (text.charAt(next) != delimiter && text.charAt(next) != '}') {
            next++;
        }
        String content = text.substring(from, next);
        return content.equals("NULL") ? null : element.apply(content);
    }

    /** Makes lists of arrays of objects, and of arrays within, without copying them. */
    static List<Object> list(Object[] array) {
        if (array.getClass().getComponentType().isArray() && array.getClass() != byte[][].class) {
            Object[] lists = new Object[array.length];
            Arrays.setAll(lists, i -> list((Object[]) array[i]));
            return Collections.unmodifiableList(Arrays.asList(lists));
        }
        return Collections.unmodifiableList(Arrays.asList(array));
    }
}
