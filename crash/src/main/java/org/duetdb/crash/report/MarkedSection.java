package org.duetdb.crash.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page between two marks; the rest is written by hand. */
record MarkedSection(Path page) {

    private static final String BEGIN = "<!-- results: begin -->\n";
    private static final String END = "<!-- results: end -->";

    String read() throws IOException {
        String text = Files.readString(page);
        return text.substring(begin(text), end(text));
    }

    void write(String content) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, begin(text)) + "\n" + content + "\n" + text.substring(end(text)));
    }

    private int begin(String text) {
        return required(text.indexOf(BEGIN), BEGIN.strip()) + BEGIN.length();
    }

    private int end(String text) {
        return required(text.indexOf(END), END);
    }

    private int required(int position, String mark) {
        if (position < 0) {
            throw new IllegalStateException(page.getFileName() + " has no line " + mark + "; put it back");
        }
        return position;
    }
}
