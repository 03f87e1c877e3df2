package org.duetdb.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void together_stepsThatWaitForEachOther_areTakenAtTheSameTime() {
        CountDownLatch all = new CountDownLatch(3);
        Steps.Step step = () -> {
            all.countDown();
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        };
        Steps.together(step, step, step);
    }

    @Test
    void together_twoFail_bothAreKnownAndTheThirdIsTaken() {
        AtomicBoolean taken = new AtomicBoolean();
        IOException first = new IOException("first");
        Error second = new AssertionError("second");
        assertThatThrownBy(() -> Steps.together(
                        () -> {
                            throw first;
                        },
                        () -> {
                            throw second;
                        },
                        () -> taken.set(true)))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("first")
                .hasCause(first)
                .hasSuppressedException(second);
        assertThat(taken).isTrue();
    }
}
