package org.duetdb.crash.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    private Path folder;

    private ServerLog log(String before, String after) throws Exception {
        Path file = Files.writeString(folder.resolve("server.log"), before);
        ServerLog log = ServerLog.from(file);
        Files.writeString(file, after, StandardOpenOption.APPEND);
        return log;
    }

    @Test
    void heuristic_lineOfThisRun_isFound() throws Exception {
        assertThat(log("", "one\n WARN HeuristicMixedException: half\n").heuristic())
                .contains("WARN HeuristicMixedException: half");
    }

    @Test
    void heuristic_lineOfAnEarlierRunOrOfABranchWithoutAny_isNone() throws Exception {
        assertThat(log("HeuristicMixedException\n", "< eis_name=a, heuristic: TwoPhaseOutcome.FINISH_OK, product >\n")
                        .heuristic())
                .isEmpty();
    }
}
