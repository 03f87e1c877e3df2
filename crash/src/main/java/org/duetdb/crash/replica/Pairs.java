package org.duetdb.crash.replica;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients that write, read what they have written at once, and read it again when the replica must have it, from a
 * standby that applies what it receives after a delay.
 */
final class Pairs {

    private static final List<Duration> DELAYS =
            List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Duration CAUGHT_UP = Duration.ofSeconds(1);
    private static final int CLIENTS = 8;

    private final AtomicLong ids = new AtomicLong();
    private final ItemDatabases databases;
    private final Items items;

    Pairs(ItemDatabases databases, Items items) {
        this.databases = databases;
        this.items = items;
    }

    private record Written(long id, String position, long nanos) {}

    /** What has been counted with one delay. */
    private static final class Count {

        private final LongAdder pairs = new LongAdder();
        private final LongAdder stale = new LongAdder();
        private final LongAdder atOnceOnReplica = new LongAdder();
        private final LongAdder later = new LongAdder();
        private final LongAdder laterOnReplica = new LongAdder();

        void atOnce(Items.Look look) {
            pairs.increment();
            note(look, atOnceOnReplica);
        }

        void later(Items.Look look) {
            later.increment();
            note(look, laterOnReplica);
        }

        private void note(Items.Look look, LongAdder onReplica) {
            if (!look.found()) {
                stale.increment();
            }
            if (look.onReplica()) {
                onReplica.increment();
            }
        }

        List<String> row(Duration delay) {
            return List.of(
                    delay.toMillis() + " ms",
                    pairs.toString(),
                    stale.toString(),
                    Figures.percent(atOnceOnReplica, pairs),
                    later.toString(),
                    Figures.percent(laterOnReplica, later));
        }
    }

    /**
     * Runs them.
     *
     * @param pairs how many in all
     */
    Figures run(int pairs) throws SQLException, InterruptedException {
        Figures figures = new Figures(
                "delay", "pairs", "stale reads", "read at once: by the replica", "read later", "by the replica");
        for (Duration delay : DELAYS) {
            Count count = run(delay, pairs / DELAYS.size());
            figures.add(count.row(delay));
            figures.require(count.stale.sum() == 0, count.stale + " stale reads with a delay of " + delay);
        }
        return figures;
    }

    private Count run(Duration delay, int pairs) throws SQLException, InterruptedException {
        ItemDatabases.set(databases.standby(), "recovery_min_apply_delay = " + delay.toMillis());
        Count count = new Count();
        AtomicLong left = new AtomicLong(pairs);
        Threads.run(CLIENTS, () -> client(delay, left, count));
        return count;
    }

    private void client(Duration delay, AtomicLong left, Count count) throws IOException, InterruptedException {
        long wait = delay.plus(CAUGHT_UP).toNanos();
        Deque<Written> before = new ArrayDeque<>();
        while (left.getAndDecrement() > 0) {
            long id = ids.incrementAndGet();
            String position = items.write(id);
            count.atOnce(items.look(id, position));
            before.add(new Written(id, position, System.nanoTime()));
            if (System.nanoTime() - before.element().nanos() > wait) {
                Written written = before.remove();
                count.later(items.look(written.id(), written.position()));
            }
        }
    }
}
