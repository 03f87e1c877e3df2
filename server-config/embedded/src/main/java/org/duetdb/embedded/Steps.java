package org.duetdb.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Steps that are taken at the same time. */
final class Steps {

    private Steps() {}

    /** One of them. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }

    /**
     * Takes all steps, each on a thread of its own, and returns when the last is done, whether or not another failed.
     *
     * @throws ClusterException if a step failed; further failures are suppressed in it
     */
    static void together(Step... steps) {
        List<CompletableFuture<Void>> taken = Stream.of(steps).map(Steps::begin).toList();
        ClusterException failure = null;
        for (CompletableFuture<Void> step : taken) {
            try {
                step.join();
            } catch (CompletionException e) {
                if (failure == null) {
                    failure = ClusterException.of(e.getCause());
                } else {
                    failure.addSuppressed(e.getCause());
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static CompletableFuture<Void> begin(Step step) {
        Runnable task = () -> {
            try {
                step.take();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        };
        return CompletableFuture.runAsync(task, runnable -> new Thread(runnable, "duet-embedded").start());
    }
}
