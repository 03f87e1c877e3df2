package org.duetdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for those who come from elsewhere: every row names tests that exist. */
class FromTheSeedsTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs").resolve("from-the-seeds.md");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| There |"))
                .toList();
    }

    private static Stream<MatchResult> references(String row) {
        return REFERENCE.matcher(row).results();
    }

    /** Returns the sources of the tests of all modules, by the names of their classes. */
    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().matches(".*/src/test/java/.*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            FromTheSeedsTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void rows_eachNamesATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(150).allSatisfy(row -> {
            assertThat(row.split("\\|")).hasSizeBetween(4, 5);
            assertThat(references(row)).as(row).isNotEmpty();
        });
    }

    @Test
    void tests_thatAreNamed_exist() throws IOException {
        Map<String, String> sources = testSources();
        List<String> missing = rows().stream()
                .flatMap(FromTheSeedsTest::references)
                .filter(test -> !Pattern.compile("void " + test.group(2) + "\\(")
                        .matcher(sources.getOrDefault(test.group(1), ""))
                        .find())
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(missing).isEmpty();
    }
}
