package org.duetdb.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.junit.jupiter.api.Test;

class SqlTextsTest {

    private static final int BOUND = 2_000;

    private final SqlTexts<ParsedSql> texts = new SqlTexts<>(text -> text);
    private final Origin origin = new Origin("default", Role.WRITE, "test");

    private ParsedSql parse(String sql) {
        return texts.of(sql, origin);
    }

    @Test
    void parse_textKnown_isTheSameObject() {
        assertThat(parse("SELECT 1")).isSameAs(parse(new String("SELECT 1")));
    }

    @Test
    void parse_textKnown_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        String sql = "SELECT $1, $2";
        int hits = 100_000;
        long before = 0;
        for (int i = -hits; i < hits; i++) {
            if (i == 0) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            parse(sql);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(hits);
    }

    @Test
    void parse_textInUseAmongMany_isNeverParsedAgain() {
        ParsedSql used = parse("SELECT 1");
        for (int i = 0; i < 10 * BOUND; i++) {
            parse("SELECT 1, " + i);
            assertThat(parse("SELECT 1")).isSameAs(used);
        }
    }

    @Test
    void parse_textsMadeUpForOneUse_areForgotten() {
        ParsedSql first = parse("SELECT 1");
        for (int i = 0; i < 10 * BOUND; i++) {
            parse("SELECT 1, " + i);
            assertThat(texts.size()).isLessThanOrEqualTo(BOUND);
        }
        assertThat(parse("SELECT 1")).isNotSameAs(first);
    }

    @Test
    void parse_longTexts_areForgottenByTheirLength() {
        String comment = " -- " + "x".repeat(50_000);
        for (int i = 0; i < 200; i++) {
            parse("SELECT " + i + comment);
        }
        assertThat(texts.size()).isLessThanOrEqualTo(2 * (1 << 20) / 50_000);
    }

    @Test
    void parse_veryLongText_isNotRemembered() {
        parse("SELECT 1 -- " + "x".repeat(1 << 16));
        assertThat(texts.size()).isZero();
    }

    @Test
    void parse_manyThreads_stayWithinTheBound() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int own = thread;
                work.add(() -> parseMany(own));
            }
            for (Future<Integer> largest : executor.invokeAll(work)) {
                assertThat(largest.get()).isLessThanOrEqualTo(BOUND);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void parse_sameTextMadeByTwoThreadsAtOnce_isOneObject() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        SqlTexts<Object> objects = new SqlTexts<>(text -> meet(both));
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Callable<Object> work = () -> objects.of("SELECT 1", origin);
            List<Future<Object>> made = executor.invokeAll(List.of(work, work));
            assertThat(made.get(0).get()).isSameAs(made.get(1).get());
        } finally {
            executor.shutdownNow();
        }
    }

    private static Object meet(CyclicBarrier both) {
        try {
            both.await(1, TimeUnit.MINUTES);
            return new Object();
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }

    private int parseMany(int thread) {
        int largest = 0;
        for (int i = 0; i < 2 * BOUND; i++) {
            assertThat(parse("SELECT $1, " + i).parameterCount()).isEqualTo(1);
            parse("SELECT " + thread + ", " + i);
            largest = Math.max(largest, texts.size());
        }
        return largest;
    }

    @Test
    void parse_invalidText_isRefusedEveryTimeAndNotRemembered() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(InvalidStatementException.class)
                    .isThrownBy(() -> parse("SELECT '"))
                    .matches(refused -> refused.code().equals("DUET-201"));
        }
        assertThat(texts.size()).isZero();
    }
}
