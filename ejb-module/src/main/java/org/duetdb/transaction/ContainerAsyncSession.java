package org.duetdb.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.duetdb.AsyncDbSession;
import org.duetdb.Role;
import org.duetdb.ServerError;
import org.duetdb.SessionWork;
import org.duetdb.UnavailableException;
import org.duetdb.datasource.ContainerDataSource;

/** Runs work on the container's executor, each in a session and a unit of work of its own. */
final class ContainerAsyncSession implements AsyncDbSession {

    private final ContainerDataSource source;
    private final AsyncSessions sessions;

    ContainerAsyncSession(ContainerDataSource source, AsyncSessions sessions) {
        this.source = source;
        this.sessions = sessions;
    }

    @Override
    public <T> CompletionStage<T> call(SessionWork<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            Writes writes = sessions.writes();
            sessions.threads().execute(() -> complete(result, writes, work));
        } catch (RejectedExecutionException busy) {
            result.completeExceptionally(new UnavailableException(
                    "DUET-111",
                    "the server has no thread to work on",
                    "raise the limit of its managed executor",
                    source.binding().origin(),
                    ServerError.NONE,
                    busy));
        }
        return result;
    }

    private <T> void complete(CompletableFuture<T> result, Writes writes, SessionWork<T> work) {
        try {
            result.complete(sessions.sessions().call(source, writes, work));
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }

    @Override
    public String alias() {
        return source.binding().alias();
    }

    @Override
    public Role role() {
        return source.binding().role();
    }
}
