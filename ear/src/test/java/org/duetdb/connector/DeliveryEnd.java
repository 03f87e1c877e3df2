package org.duetdb.connector;

import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of a delivery, for whoever waits for it on another thread. */
final class DeliveryEnd extends WorkAdapter {

    private final CompletableFuture<String> failure = new CompletableFuture<>();

    @Override
    public void workCompleted(WorkEvent event) {
        failure.complete(causes(event.getException()));
    }

    @Override
    public void workRejected(WorkEvent event) {
        failure.complete(causes(event.getException()));
    }

    /** Waits for it; returns what was thrown, or an empty text. */
    String await() {
        return failure.completeOnTimeout("the delivery has no end", 1, TimeUnit.MINUTES)
                .join();
    }

    /** As text: whoever sent the message may not know the classes. */
    static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("; "));
    }
}
