package org.duetdb.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.DuetException;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.health.Ping.Answer;

/**
 * Watches one database. A ping that hangs is waited for again, not sent again: a database that is away costs one
 * thread, however often it is asked for. For use by any thread.
 */
final class Probe {

    private final ContainerDataSource source;
    private final Supplier<Pool> figures;
    private Future<Answer> running;

    Probe(ContainerDataSource source, Supplier<Pool> figures) {
        this.source = source;
        this.figures = figures;
    }

    /** Sends a ping, unless one is on its way. */
    synchronized Future<Answer> start(ExecutorService threads, Duration deadline) {
        if (running == null || running.isDone()) {
            try {
                running = threads.submit(new Ping(source, deadline));
            } catch (RejectedExecutionException busy) {
                running = CompletableFuture.failedFuture(busy);
            }
        }
        return running;
    }

    /**
     * Waits for the answer, at most until the deadline has passed since the given time of {@link System#nanoTime()}.
     */
    DatabaseStatus await(Future<Answer> ping, long start, Duration deadline) {
        try {
            long left = start + deadline.toNanos() - System.nanoTime();
            Answer answer = ping.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            return status(State.UP, answer.latency(), answer.recovery(), null);
        } catch (TimeoutException hanging) {
            return down(
                    sentence("DUET-401 no answer within " + deadline, "the database hangs, or its pool is used up"));
        } catch (ExecutionException failed) {
            return down(describe(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return down(sentence("DUET-402 the wait for an answer was interrupted", "ask again"));
        }
    }

    private String describe(Throwable failure) {
        if (failure instanceof DuetException known) {
            return known.getMessage();
        }
        return failure instanceof RejectedExecutionException
                ? sentence("DUET-403 the server has no thread to ask with", "raise its managed executor's limit")
                : sentence("DUET-404 the database gave no answer", "see the server's log");
    }

    private String sentence(String what, String remedy) {
        return what + " [" + source.binding().origin() + "]; " + remedy;
    }

    private DatabaseStatus down(String problem) {
        return status(State.DOWN, null, null, problem);
    }

    private DatabaseStatus status(State state, Duration latency, Boolean recovery, String problem) {
        Binding binding = source.binding();
        Pool pool = figures.get();
        boolean required = binding.settings().required();
        return new DatabaseStatus(binding.alias(), binding.role(), state, latency, recovery, required, pool, problem);
    }
}
