package org.duetdb.configure.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefaultNodeTest {

    @Test
    void of_sameFolder_isTheSameHoweverItIsWritten() throws IOException {
        assertThat(DefaultNode.of(Path.of("servers", "one")))
                .isEqualTo(DefaultNode.of(Path.of("servers", "two", "..", "one").toAbsolutePath()));
    }

    @Test
    void of_anotherFolder_isAnother() throws IOException {
        assertThat(DefaultNode.of(Path.of("servers", "one"))).isNotEqualTo(DefaultNode.of(Path.of("servers", "two")));
    }

    @Test
    void of_anyFolder_canBeReadInTheNameOfABranch() throws IOException {
        assertThat(DefaultNode.of(Path.of("servers", "one"))).matches("duet-[0-9a-f]{10}");
    }
}
