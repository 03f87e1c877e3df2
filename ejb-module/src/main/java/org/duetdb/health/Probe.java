package org.duetdb.health;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.Inquiry;
import org.duetdb.datasource.Inquiry.Reply;
import org.duetdb.health.Ping.Answer;

/** Watches one database. For use by any thread. */
final class Probe {

    private static final Answer NOTHING = new Answer(null, null, null);

    private final Binding binding;
    private final Inquiry<Answer> inquiry;
    private final Supplier<Pool> figures;

    Probe(ContainerDataSource source, Duration inDoubtAfter, Supplier<Pool> figures) {
        this.binding = source.binding();
        this.inquiry = new Inquiry<>(binding.origin(), deadline -> new Ping(source, inDoubtAfter, deadline));
        this.figures = figures;
    }

    /** Sends a ping, unless one is on its way. */
    Future<Answer> start(ExecutorService threads, Duration deadline) {
        return inquiry.start(threads, deadline);
    }

    /**
     * Waits for the answer, at most until the deadline has passed since the given time of {@link System#nanoTime()}.
     */
    DatabaseStatus await(Future<Answer> ping, long start, Duration deadline) {
        Reply<Answer> reply = inquiry.await(ping, start, deadline);
        Answer answer = reply.answer();
        return answer == null ? status(State.DOWN, NOTHING, reply.problem()) : status(State.UP, answer, null);
    }

    private DatabaseStatus status(State state, Answer answer, String problem) {
        return new DatabaseStatus(
                binding.alias(),
                binding.role(),
                state,
                answer.latency(),
                answer.recovery(),
                binding.settings().required(),
                figures.get(),
                answer.inDoubt(),
                problem);
    }
}
