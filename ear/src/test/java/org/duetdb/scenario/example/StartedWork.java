package org.duetdb.scenario.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.duetdb.AsyncDbSession;
import org.duetdb.Role;
import org.duetdb.SessionWork;

/** An asynchronous session that can be waited for. */
final class StartedWork implements AsyncDbSession {

    private final AsyncDbSession session;
    private final List<CompletionStage<?>> started = new ArrayList<>();

    StartedWork(AsyncDbSession session) {
        this.session = session;
    }

    @Override
    public <T> CompletionStage<T> call(SessionWork<T> work) {
        CompletionStage<T> stage = session.call(work);
        started.add(stage);
        return stage;
    }

    /** Waits for all that was started; throws what any of it has thrown. */
    void await() {
        started.forEach(stage -> stage.toCompletableFuture().join());
    }

    @Override
    public String alias() {
        return session.alias();
    }

    @Override
    public Role role() {
        return session.role();
    }
}
