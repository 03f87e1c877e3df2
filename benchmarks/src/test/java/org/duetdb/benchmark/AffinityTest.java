package org.duetdb.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AffinityTest {

    @Test
    void parse_rangesAndSingleCores_namesAllOfThem() {
        assertThat(Affinity.parse("0-2,5")).containsExactly(0, 1, 2, 5);
        assertThat(Affinity.parse("3")).containsExactly(3);
    }
}
