package org.duetdb.crash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.duetdb.crash.attack.Attack;
import org.duetdb.crash.client.Answer;
import org.duetdb.crash.client.Journal;
import org.duetdb.crash.verdict.Outcome;
import org.duetdb.crash.verdict.Recovery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    private Path folder;

    private static Results of(long seed, double seconds) {
        Journal journal = new Journal();
        journal.note(1, Answer.ACKNOWLEDGED);
        journal.note(2, Answer.UNKNOWN);
        Results results = new Results();
        results.add("Payara Micro", new Outcome(Attack.of(seed), journal, new Recovery(seconds, 0, 0), 0, List.of()));
        return results;
    }

    private static String narrow(Path page) throws IOException {
        return Files.readString(page).replaceAll(" +", " ");
    }

    @Test
    void addTo_again_addsUpAndLeavesTheRest() throws Exception {
        Path page = Files.writeString(
                folder.resolve("page.md"), "before\n<!-- results: begin -->\n<!-- results: end -->\nafter\n");
        of(1, 12.5).addTo(page);
        of(2, 7.0).addTo(page);
        assertThat(page).content().startsWith("before\n").endsWith("\nafter\n");
        assertThat(narrow(page)).contains("| Payara Micro | server killed | 2 | 2 | 0 | 2 | 0 | 0 | 12.5 | 0 | 1, 2 |");
    }

    @Test
    void addTo_pageWithoutMarks_isLeftAsItWas() throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"), "all by hand\n");
        assertThatThrownBy(() -> of(1, 1).addTo(page)).hasMessageContaining("page.md");
        assertThat(page).content().isEqualTo("all by hand\n");
    }

    /** The page of this repository can take the results. */
    @Test
    void addTo_resultsPage_hasTheMarks() throws Exception {
        Path page = Files.copy(Path.of("..", "docs", "crash-results.md"), folder.resolve("page.md"));
        of(1, 12.5).addTo(page);
        assertThat(narrow(page)).contains("| Payara Micro | server killed |");
    }
}
