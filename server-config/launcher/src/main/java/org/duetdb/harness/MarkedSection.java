package org.duetdb.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page between two marks. What stands before and after it is written by hand, and stays.
 *
 * @param page the page
 * @param name the name in the marks: {@code <!-- name: begin -->} and {@code <!-- name: end -->}, a line each
 */
public record MarkedSection(Path page, String name) {

    /**
     * Returns what stands there.
     *
     * @throws IllegalStateException if the page does not have the two marks
     */
    public String read() throws IOException {
        String text = Files.readString(page);
        return text.substring(begin(text), end(text));
    }

    /**
     * Replaces it.
     *
     * @throws IllegalStateException if the page does not have the two marks
     */
    public void write(String content) throws IOException {
        String text = Files.readString(page);
        Files.writeString(page, text.substring(0, begin(text)) + "\n" + content + "\n" + text.substring(end(text)));
    }

    private int begin(String text) {
        String mark = mark("begin") + "\n";
        return required(text.indexOf(mark)) + mark.length();
    }

    private int end(String text) {
        return required(text.indexOf(mark("end"), begin(text)));
    }

    private String mark(String which) {
        return "<!-- " + name + ": " + which + " -->";
    }

    private int required(int position) {
        if (position < 0) {
            throw new IllegalStateException(page.getFileName() + " has no section between " + mark("begin") + " and "
                    + mark("end") + "; put these two lines where it shall be");
        }
        return position;
    }
}
