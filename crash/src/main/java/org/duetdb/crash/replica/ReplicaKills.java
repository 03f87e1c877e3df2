package org.duetdb.crash.replica;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Clients that read without a pause while the only replica is killed, again and again. */
final class ReplicaKills {

    private static final int CLIENTS = 8;
    private static final long PAUSE_MILLIS = 3000;
    private static final long ITEM = 0;

    private final LongAdder requests = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder onReplica = new LongAdder();
    private final AtomicBoolean done = new AtomicBoolean();
    private final ItemDatabases databases;
    private final Items items;

    ReplicaKills(ItemDatabases databases, Items items) {
        this.databases = databases;
        this.items = items;
    }

    Figures run(int kills) throws IOException, InterruptedException {
        items.write(ITEM);
        Threads.run(CLIENTS, this::read, () -> kill(kills));
        Figures figures = new Figures("kills of the replica", "reads", "failed", "by the replica");
        figures.add(List.of(
                Integer.toString(kills), requests.toString(), failed.toString(), Figures.percent(onReplica, requests)));
        figures.require(failed.sum() == 0, failed + " reads failed while the replica was killed");
        return figures;
    }

    private void kill(int kills) throws InterruptedException {
        try {
            for (int i = 0; i < kills; i++) {
                Thread.sleep(PAUSE_MILLIS);
                databases.standby().crash();
                Thread.sleep(PAUSE_MILLIS);
                databases.standby().start();
            }
            Thread.sleep(PAUSE_MILLIS);
        } finally {
            done.set(true);
        }
    }

    private void read() throws InterruptedException {
        while (!done.get()) {
            requests.increment();
            try {
                if (items.look(ITEM, null).onReplica()) {
                    onReplica.increment();
                }
            } catch (IOException failure) {
                failed.increment();
            }
        }
    }
}
