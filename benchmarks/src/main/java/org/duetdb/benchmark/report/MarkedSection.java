package org.duetdb.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page between two marks. What stands before and after it is written by hand, and stays. */
public record MarkedSection(Path page) {

    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->";

    /**
     * Replaces it.
     *
     * @throws IllegalStateException if the page does not have the two marks
     */
    public void write(String content) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        if (begin < 0 || end < 0) {
            throw new IllegalStateException(page.getFileName() + " has no section between " + BEGIN.strip() + " and "
                    + END + "; put these two lines where the figures shall be");
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + "\n" + content + "\n" + text.substring(end));
    }
}
