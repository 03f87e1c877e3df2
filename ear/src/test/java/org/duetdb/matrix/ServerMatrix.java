package org.duetdb.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what the tests ran on and how many they were, a server on a line, as rows of a table in Markdown. The same
 * tests are for every server: another number is an error.
 */
public final class ServerMatrix {

    private static final List<String> LAUNCHES = List.of("payara-micro", "payara-server", "wildfly", "liberty");

    private final List<String> rows = new ArrayList<>();
    private final List<Integer> totals = new ArrayList<>();

    private ServerMatrix(Path notes, Path summaries) throws IOException {
        for (String launch : LAUNCHES) {
            Platform platform = Platform.take(notes, launch);
            TestCount count = TestCount.of(summaries, launch);
            if (platform != null && count != null) {
                add(platform, count);
            }
        }
    }

    private void add(Platform platform, TestCount count) {
        totals.add(count.all());
        rows.add("| %s | %s | %s | %d | %d | %d |"
                .formatted(
                        platform.server(),
                        platform.java(),
                        platform.postgres(),
                        count.all(),
                        count.skipped(),
                        count.failed()));
    }

    private boolean isEven() {
        return totals.stream().distinct().count() <= 1;
    }

    /**
     * Prints the table.
     *
     * @param args the folder with the notes, and that with the summaries
     */
    public static void main(String[] args) throws IOException {
        ServerMatrix matrix = new ServerMatrix(Path.of(args[0]), Path.of(args[1]));
        if (matrix.rows.isEmpty()) {
            return;
        }
        System.out.println("| server | JDK | PostgreSQL | tests | skipped | failed |");
        System.out.println("|---|---|---|---|---|---|");
        matrix.rows.forEach(System.out::println);
        if (!matrix.isEven()) {
            throw new IllegalStateException("the servers had different numbers of tests: " + matrix.totals);
        }
    }
}
