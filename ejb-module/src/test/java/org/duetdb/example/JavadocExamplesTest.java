package org.duetdb.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every method of the API is shown by an example, and every example compiles. That they run is tested on a server. */
class JavadocExamplesTest {

    private static Documentation documentation;

    @BeforeAll
    static void read() {
        documentation = Documentation.ofApi(Path.of("src", "main", "java", "org", "duetdb"));
    }

    @Test
    void publicMethods_allHaveAnExample() {
        assertThat(documentation.methodsWithoutExample()).isEmpty();
    }

    @Test
    void examples_allCompile() {
        assertThat(ExampleCompiler.compile(documentation.examples()).complaints())
                .isEmpty();
    }

    @Test
    void examples_mostAreRunnable() {
        List<Example> runnable =
                documentation.examples().stream().filter(Example::isRunnable).toList();
        assertThat(runnable)
                .hasSizeGreaterThan(60)
                .anyMatch(example -> example.name().equals("DbSession_queryOne2"));
    }

    @Test
    void exampleThatDoesNotCompile_isComplainedAbout() {
        Example wrong = new Example("Wrong", "shop.query(1);");
        Example right = new Example("Right", "shop.query(\"SELECT 1 AS one\");");
        assertThat(ExampleCompiler.compile(List.of(wrong, right)).complaints()).containsOnlyKeys("Wrong");
        assertThat(ExampleCompiler.compile(List.of(right)).classes()).containsOnlyKeys(right.className());
    }
}
