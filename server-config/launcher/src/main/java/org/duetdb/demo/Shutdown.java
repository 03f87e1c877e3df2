package org.duetdb.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was started, the last first, once, whoever asks for it. For use by any thread. */
final class Shutdown {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Takes charge of something that was started; it is closed at once if the shutdown has begun. */
    <T extends AutoCloseable> T add(T resource) {
        synchronized (this) {
            started.push(resource);
            if (!closed) {
                return resource;
            }
        }
        close();
        throw new IllegalStateException("the demo was told to end while it started");
    }

    /** Closes everything, and returns when all is closed. */
    synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                System.err.println("While the demo stopped: " + failure.getMessage());
            }
        }
    }

    synchronized void throwUnlessClosed(String reason) {
        if (!closed) {
            throw new IllegalStateException(reason);
        }
    }
}
