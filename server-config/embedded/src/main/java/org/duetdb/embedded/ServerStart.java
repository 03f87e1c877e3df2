package org.duetdb.embedded;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The start of a server that says in a line of its output that it is ready.
 *
 * @param name the name of the server, for messages
 * @param ready what that line contains
 * @param lines hears every line
 */
public record ServerStart(String name, String ready, Consumer<String> lines) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /**
     * Starts the server and returns when it is ready. One that is not is stopped.
     *
     * @param leash how it is started; its output is set here
     * @throws IllegalStateException with all that it has said, if it ends, or is not ready within three minutes
     */
    public LeashedProcess on(Leash leash) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        LeashedProcess process = leash.output(line -> {
                    lines.accept(line);
                    if (!started.isDone()) {
                        heard.add(line);
                    }
                    if (line.contains(ready)) {
                        started.complete(null);
                    }
                })
                .start();
        process.onExit()
                .thenAccept(ended -> started.completeExceptionally(
                        new IllegalStateException(name + " ended with exit value " + ended.exitValue())));
        try {
            await(process, started);
        } catch (IllegalStateException failure) {
            failure.addSuppressed(new IllegalStateException("it said:\n" + String.join("\n", heard)));
            throw failure;
        }
        return process;
    }

    private void await(LeashedProcess process, CompletableFuture<Void> started) {
        try {
            started.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            process.stop();
            throw new IllegalStateException(name + " was not ready within " + LIMIT.toSeconds() + " s", late);
        } catch (ExecutionException ended) {
            throw new IllegalStateException(ended.getCause().getMessage(), ended);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.stop();
            throw new IllegalStateException("interrupted while " + name + " was starting", stopped);
        }
    }
}
