package org.duetdb.crash.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done at the same time. */
final class Threads {

    private Threads() {}

    /** What one thread does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Does all of it, each on a thread of its own, and returns when all is done.
     *
     * @param clients how many threads do what a client does
     * @param others what is done beside them
     * @throws IllegalStateException if one of them failed
     */
    static void run(int clients, Work client, Work... others) throws InterruptedException {
        List<Work> all = new ArrayList<>(List.of(others));
        all.addAll(Collections.nCopies(clients, client));
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Void> done :
                    threads.invokeAll(all.stream().map(Threads::call).toList())) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Void> call(Work work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
