package org.duetdb.crash.replica;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.duetdb.crash.replica.Items.Look;

/** Clients that write and read without a pause while the primary is killed and its standby promoted. */
final class Promotion {

    private static final int CLIENTS = 4;
    private static final long PAUSE_MILLIS = 3000;
    private static final long LIMIT_SECONDS = 10;

    private final AtomicLong ids = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final LongAdder refused = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final AtomicLong promotedAt = new AtomicLong();
    private final AtomicLong writtenAt = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();
    private final ItemDatabases databases;
    private final Items items;

    private Promotion(ItemDatabases databases, Items items) {
        this.databases = databases;
        this.items = items;
    }

    static Figures run(int rounds) throws SQLException, InterruptedException {
        Figures figures = new Figures(
                "promotion", "writes acknowledged", "lost", "stale reads", "refused meanwhile", "first write after, s");
        for (int round = 1; round <= rounds; round++) {
            try (ItemDatabases databases = ItemDatabases.start();
                    ItemServer server = ItemServer.start(
                            databases.both(databases.primary()), databases.both(databases.standby()))) {
                ItemDatabases.set(databases.primary(), "synchronous_standby_names = '*'");
                new Promotion(databases, server.items()).run(round, figures);
            }
        }
        return figures;
    }

    private void run(int round, Figures figures) throws SQLException, InterruptedException {
        Threads.run(CLIENTS, this::client, this::promote);
        acknowledged.removeAll(ItemDatabases.items(databases.standby()));
        double seconds = (writtenAt.get() - promotedAt.get()) / 1e9;
        figures.add(List.of(
                Integer.toString(round),
                Long.toString(ids.get() - refused.sum()),
                Integer.toString(acknowledged.size()),
                stale.toString(),
                refused.toString(),
                writtenAt.get() == 0 ? "never" : String.format(Locale.ROOT, "%.1f", seconds)));
        figures.require(acknowledged.isEmpty(), acknowledged.size() + " acknowledged writes are lost");
        figures.require(stale.sum() == 0, stale + " stale reads over a promotion");
        figures.require(
                writtenAt.get() != 0 && seconds < LIMIT_SECONDS, "writes did not go on within " + LIMIT_SECONDS + " s");
    }

    private void promote() throws SQLException, InterruptedException {
        try {
            Thread.sleep(PAUSE_MILLIS);
            databases.primary().crash();
            databases.standby().promote();
            promotedAt.set(System.nanoTime());
            Thread.sleep((LIMIT_SECONDS + 2) * 1000);
        } finally {
            done.set(true);
        }
    }

    private void client() throws InterruptedException {
        while (!done.get()) {
            long id = ids.incrementAndGet();
            boolean after = promotedAt.get() != 0;
            try {
                String position = items.write(id);
                acknowledged.add(id);
                if (after) {
                    writtenAt.compareAndSet(0, System.nanoTime());
                }
                readBack(id, position);
            } catch (IOException away) {
                refused.increment();
                Thread.sleep(20);
            }
        }
    }

    private void readBack(long id, String position) throws InterruptedException {
        try {
            Look look = items.look(id, position);
            if (!look.found()) {
                stale.increment();
            }
        } catch (IOException away) {
            // the primary is lost between the two
        }
    }
}
