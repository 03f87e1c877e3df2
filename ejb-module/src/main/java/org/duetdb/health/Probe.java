package org.duetdb.health;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.Inquiry;
import org.duetdb.datasource.Inquiry.Asked;
import org.duetdb.datasource.Inquiry.Reply;
import org.duetdb.health.Ping.Answer;

/** Watches one database. For use by any thread. */
final class Probe {

    private final ContainerDataSource source;
    private final Inquiry<Answer> inquiry;
    private final Supplier<Pool> figures;

    Probe(ContainerDataSource source, Duration inDoubtAfter, Supplier<Pool> figures) {
        this.source = source;
        this.inquiry = new Inquiry<>(source.binding().origin(), deadline -> new Ping(source, inDoubtAfter, deadline));
        this.figures = figures;
    }

    /** Sends a ping, unless one is on its way. */
    Asked<Answer> start(ExecutorService threads, Duration deadline) {
        return inquiry.start(threads, deadline);
    }

    /**
     * Waits for the answer, at most until the deadline has passed since the given time of {@link System#nanoTime()}.
     */
    Outcome await(Asked<Answer> ping, long start, Duration deadline) {
        Reply<Answer> reply = inquiry.await(ping, start, deadline);
        Pool pool = figures.get();
        return new Outcome(
                source, reply.answer(), reply.late() && isUsedUp(pool) ? usedUp(pool) : reply.problem(), pool);
    }

    private static boolean isUsedUp(Pool pool) {
        return pool.inUse() != null && pool.inUse() >= pool.maxSize();
    }

    private String usedUp(Pool pool) {
        return "DUET-406 all " + pool.maxSize() + " connections of the pool are in use ["
                + source.binding().origin() + "]; find what holds them, or raise max-size";
    }
}
