package org.duetdb.datasource;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duetdb.DuetException;
import org.duetdb.Origin;

/**
 * A question to one database. One that hangs is waited for again, not asked again: a database that is away costs one
 * thread, however often it is asked for. For use by any thread.
 *
 * @param <T> what it answers
 */
public final class Inquiry<T> {

    /**
     * What came of it.
     *
     * @param answer the answer; null if there is none
     * @param problem why there is none, in one sentence; null if there is one
     * @param late whether there may be one, but not in time
     */
    public record Reply<T>(T answer, String problem, boolean late) {}

    /**
     * A question that is under way.
     *
     * @param answer what will come of it
     * @param anew asks again; null if the question was put for who holds this, and not for somebody before
     */
    public record Asked<T>(Future<T> answer, Supplier<Future<T>> anew) {}

    private final Origin origin;
    private final Function<Duration, Callable<T>> question;
    private Future<T> running;

    /**
     * Creates one; nothing is asked yet.
     *
     * @param origin whom it is asked of, as it stands in messages
     * @param question asks, within a deadline
     */
    public Inquiry(Origin origin, Function<Duration, Callable<T>> question) {
        this.origin = origin;
        this.question = question;
    }

    /** Asks, unless that is under way. */
    public synchronized Asked<T> start(ExecutorService threads, Duration deadline) {
        if (running != null && !running.isDone()) {
            return new Asked<>(running, () -> start(threads, deadline).answer());
        }
        try {
            running = threads.submit(question.apply(deadline));
        } catch (RejectedExecutionException busy) {
            running = CompletableFuture.failedFuture(busy);
        }
        return new Asked<>(running, null);
    }

    /**
     * Waits for the answer, at most until the deadline has passed since the given time of {@link System#nanoTime()}.
     * What failed for somebody who asked before says nothing of now: it is asked again, once.
     */
    public Reply<T> await(Asked<T> asked, long start, Duration deadline) {
        try {
            return answer(asked.answer(), start, deadline);
        } catch (ExecutionException failed) {
            return asked.anew() == null
                    ? none(failed.getCause())
                    : await(new Asked<>(asked.anew().get(), null), start, deadline);
        }
    }

    private Reply<T> answer(Future<T> asked, long start, Duration deadline) throws ExecutionException {
        try {
            long left = start + deadline.toNanos() - System.nanoTime();
            return new Reply<>(asked.get(Math.max(0, left), TimeUnit.NANOSECONDS), null, false);
        } catch (TimeoutException hanging) {
            String problem =
                    sentence("DUET-401 no answer within " + deadline, "the database hangs, or its pool is used up");
            return new Reply<>(null, problem, true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return none("DUET-402 the wait for an answer was interrupted", "ask again");
        }
    }

    private Reply<T> none(Throwable failure) {
        if (failure instanceof DuetException known) {
            return new Reply<>(null, known.getMessage(), false);
        }
        return failure instanceof RejectedExecutionException
                ? none("DUET-403 the server has no thread to ask with", "raise its managed executor's limit")
                : none("DUET-404 the database gave no answer", "see the server's log");
    }

    private Reply<T> none(String what, String remedy) {
        return new Reply<>(null, sentence(what, remedy), false);
    }

    private String sentence(String what, String remedy) {
        return what + " [" + origin + "]; " + remedy;
    }
}
