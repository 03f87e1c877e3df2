package org.duetdb.benchmark.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop of keep-alive connections, each with a thread of its own. For one thread. */
final class LoadGenerator implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Browser> browsers = new ArrayList<>();

    LoadGenerator(int port, int connections) {
        threads = Executors.newFixedThreadPool(connections, task -> {
            Thread thread = new Thread(task, "duet-load");
            thread.setDaemon(true);
            return thread;
        });
        for (int number = 0; number < connections; number++) {
            browsers.add(new Browser(port, number * 1_000));
        }
    }

    /** Returns how many requests per second are answered. */
    double requestsPerSecond(Target target, Duration time) throws InterruptedException, IOException {
        long until = System.nanoTime() + time.toNanos();
        List<Future<Long>> counts = new ArrayList<>();
        for (Browser browser : browsers) {
            counts.add(threads.submit(() -> browser.ask(target, until)));
        }
        long answered = 0;
        try {
            for (Future<Long> count : counts) {
                answered += count.get();
            }
        } catch (ExecutionException failure) {
            throw new IOException("a request failed", failure.getCause());
        }
        return answered * 1e9 / time.toNanos();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Browser browser : browsers) {
            browser.close();
        }
    }
}
