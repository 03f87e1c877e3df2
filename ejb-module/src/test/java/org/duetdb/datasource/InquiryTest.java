package org.duetdb.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.datasource.Inquiry.Asked;
import org.duetdb.datasource.Inquiry.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two who ask the same database, the second while the first still waits. */
class InquiryTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** @param failures how many of its answers, the first included, are failures */
    private Inquiry<Integer> inquiry(int failures) {
        return new Inquiry<>(new Origin("shop", Role.WRITE, null), deadline -> () -> {
            int number = asked.incrementAndGet();
            waiting.await();
            if (number <= failures) {
                throw new IllegalStateException("no answer");
            }
            return number;
        });
    }

    private static Reply<Integer> await(Inquiry<Integer> inquiry, Asked<Integer> asked) {
        return inquiry.await(asked, System.nanoTime(), DEADLINE);
    }

    @Test
    void start_whileOneIsUnderWay_waitsForThat() {
        Inquiry<Integer> inquiry = inquiry(0);
        Asked<Integer> first = inquiry.start(threads, DEADLINE);
        Asked<Integer> second = inquiry.start(threads, DEADLINE);
        waiting.countDown();
        assertThat(await(inquiry, first).answer()).isEqualTo(1);
        assertThat(await(inquiry, second).answer()).isEqualTo(1);
    }

    @Test
    void await_whatFailedForTheOneBefore_isAskedAgain() {
        Inquiry<Integer> inquiry = inquiry(1);
        Asked<Integer> first = inquiry.start(threads, DEADLINE);
        Asked<Integer> second = inquiry.start(threads, DEADLINE);
        waiting.countDown();
        assertThat(await(inquiry, first).problem()).startsWith("DUET-404 ");
        assertThat(await(inquiry, second).answer()).isEqualTo(2);
    }

    @Test
    void await_whatFailsAgain_isAskedNoThirdTime() {
        Inquiry<Integer> inquiry = inquiry(2);
        inquiry.start(threads, DEADLINE);
        Asked<Integer> second = inquiry.start(threads, DEADLINE);
        waiting.countDown();
        assertThat(await(inquiry, second).problem()).startsWith("DUET-404 ");
        assertThat(asked).hasValue(2);
    }
}
