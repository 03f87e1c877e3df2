package org.duetdb.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {

    @TempDir
    private Path folder;

    @Test
    void write_again_replacesTheSectionAndLeavesTheRest() throws Exception {
        Path page = Files.writeString(
                folder.resolve("page.md"), "before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n");
        new MarkedSection(page, "measured").write("new\n");
        new MarkedSection(page, "measured").write("newer\n");
        assertThat(page)
                .content()
                .isEqualTo("before\n<!-- measured: begin -->\n\nnewer\n\n<!-- measured: end -->\nafter\n");
    }

    @Test
    void write_pageWithoutMarks_isLeftAsItWas() throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"), "all by hand\n");
        assertThatThrownBy(() -> new MarkedSection(page, "measured").write("new\n"))
                .hasMessageContaining("page.md");
        assertThat(page).content().isEqualTo("all by hand\n");
    }

    /** The pages of this repository can take what is for them. */
    @Test
    void write_performancePage_hasTheMarks() throws Exception {
        Path page = Files.copy(Path.of("..", "..", "docs", "performance.md"), folder.resolve("performance.md"));
        new MarkedSection(page, "measured").write("new\n");
        assertThat(page).content().contains("\nnew\n");
    }

    @Test
    void read_crashPage_hasTheMarks() throws Exception {
        Path page = Path.of("..", "..", "docs", "crash-results.md");
        assertThat(new MarkedSection(page, "results").read()).isNotNull();
    }
}
