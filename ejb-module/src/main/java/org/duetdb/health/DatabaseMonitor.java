package org.duetdb.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duetdb.DatabaseHealth;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.datasource.Inquiry.Asked;
import org.duetdb.health.Ping.Answer;

/** Watches all databases. */
@ApplicationScoped
public class DatabaseMonitor {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<Probe> probes;
    private final Duration deadline;

    private DatabaseHealth recent;
    private long recentAt;

    @Resource
    private ManagedExecutorService threads;

    /** For the client proxy. */
    protected DatabaseMonitor() {
        this(List.of(), Duration.ZERO);
    }

    private DatabaseMonitor(List<Probe> probes, Duration deadline) {
        this.probes = probes;
        this.deadline = deadline;
    }

    /** Creates the monitor of all databases of the catalog. */
    @Inject
    protected DatabaseMonitor(ContainerDataSources sources) {
        this(probes(sources), sources.catalog().health().timeout());
    }

    private static List<Probe> probes(ContainerDataSources sources) {
        Duration inDoubtAfter = sources.catalog().health().inDoubtAfter();
        return sources.all().stream()
                .map(source -> new Probe(source, inDoubtAfter, () -> sources.figures(source)))
                .toList();
    }

    /**
     * Asks every database at the same time, and returns within the deadline of the health checks.
     *
     * @return one element for each binding, in the catalog's order
     */
    public List<DatabaseStatus> status() {
        long start = System.nanoTime();
        List<Asked<Answer>> pings =
                probes.stream().map(probe -> probe.start(threads, deadline)).toList();
        List<DatabaseStatus> all = new ArrayList<>(probes.size());
        Outcome writer = null;
        for (int i = 0; i < pings.size(); i++) {
            Outcome outcome = probes.get(i).await(pings.get(i), start, deadline);
            if (outcome.source().primary() == null) {
                writer = outcome;
            }
            all.add(outcome.status(writer));
        }
        return List.copyOf(all);
    }

    /** Like {@link #status()}, with what it comes to. */
    public DatabaseHealth health() {
        List<DatabaseStatus> all = status();
        if (!all.stream().allMatch(DatabaseStatus::permitsReadiness)) {
            return new DatabaseHealth(State.DOWN, all);
        }
        boolean allUp = all.stream().allMatch(status -> status.state() == State.UP);
        return new DatabaseHealth(allUp ? State.UP : State.DEGRADED, all);
    }

    /**
     * Like {@link #health()}, for probes, which cannot storm: who asks shortly after somebody else, or while somebody
     * does, gets the same answer.
     */
    public synchronized DatabaseHealth recentHealth() {
        if (recent == null || System.nanoTime() - recentAt > FRESH_NANOS) {
            recent = health();
            recentAt = System.nanoTime();
        }
        return recent;
    }
}
