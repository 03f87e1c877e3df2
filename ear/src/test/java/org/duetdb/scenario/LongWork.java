package org.duetdb.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;

/** A transaction that goes on until it is told to end. */
@ApplicationScoped
public class LongWork {

    @Inject
    @Database
    AsyncDbSession later;

    private CompletableFuture<String> told;
    private CompletionStage<Long> work;

    /** Begins, and returns once the first row has been written. */
    public synchronized void start(String key) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<String> rest = new CompletableFuture<>();
        work = later.transaction(session -> {
            long rows = session.execute("INSERT INTO scenario (key) VALUES ($1)", key);
            begun.complete(null);
            return rows + session.execute("INSERT INTO scenario (key) VALUES ($1)", rest.join());
        });
        told = rest;
        begun.join();
    }

    /** Has a second row written, and the transaction committed. */
    public synchronized CompletionStage<Long> finish(String key) {
        told.complete(key);
        return work;
    }
}
