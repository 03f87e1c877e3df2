package org.duetdb.web.console;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duetdb.Databases;
import org.duetdb.web.DatabaseView;

/** Asks the databases once a second for all who watch, and not at all while nobody does. For use by any thread. */
@ApplicationScoped
public class StatusFeed {

    private static final Logger LOG = System.getLogger(StatusFeed.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();

    private record Watcher(SseEventSink sink, Sse sse) {}

    private final List<Watcher> watchers = new ArrayList<>();
    private Future<?> running;

    @Inject
    private Databases databases;

    @Resource
    private ManagedScheduledExecutorService timer;

    synchronized void add(SseEventSink sink, Sse sse) {
        watchers.add(new Watcher(sink, sse));
        if (running == null) {
            running = timer.scheduleWithFixedDelay(this::send, 0, 1, TimeUnit.SECONDS);
        }
    }

    /** Never throws: that would be the last time. */
    private void send() {
        try {
            String status = JSON.toJson(
                    databases.status().stream().map(DatabaseView::of).toList());
            send(status);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the console is not told how the databases are", failure);
        }
    }

    private synchronized void send(String status) {
        for (Iterator<Watcher> each = watchers.iterator(); each.hasNext(); ) {
            Watcher watcher = each.next();
            if (!isSent(watcher, status)) {
                watcher.sink.close();
                each.remove();
            }
        }
        if (watchers.isEmpty() && running != null) {
            running.cancel(false);
            running = null;
        }
    }

    /** Whoever has gone away is found out by an event that does not arrive. */
    private static boolean isSent(Watcher watcher, String status) {
        if (watcher.sink.isClosed()) {
            return false;
        }
        try {
            return !watcher.sink
                    .send(watcher.sse.newEvent(status))
                    .toCompletableFuture()
                    .isCompletedExceptionally();
        } catch (RuntimeException gone) {
            return false;
        }
    }

    /** Ends all streams with the application. */
    @PreDestroy
    synchronized void close() {
        if (running != null) {
            running.cancel(false);
        }
        watchers.forEach(watcher -> watcher.sink.close());
        watchers.clear();
    }
}
