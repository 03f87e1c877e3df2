package org.duetdb.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.duetdb.datasource.DeferrableConstraints.Knowledge;
import org.junit.jupiter.api.Test;

class DeferrableConstraintsTest {

    private final AtomicLong now = new AtomicLong(-1);
    private final DeferrableConstraints constraints = new DeferrableConstraints(now::get);

    @Test
    void known_nothingLearned_isUnknown() {
        assertThat(constraints.known()).isEqualTo(Knowledge.UNKNOWN);
    }

    @Test
    void known_learned_countsForAMinute() {
        constraints.learn(false);
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(constraints.known()).isEqualTo(Knowledge.NONE);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(constraints.known()).isEqualTo(Knowledge.UNKNOWN);
        constraints.learn(true);
        assertThat(constraints.known()).isEqualTo(Knowledge.SOME);
    }
}
