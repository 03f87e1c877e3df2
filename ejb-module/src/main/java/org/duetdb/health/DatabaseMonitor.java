package org.duetdb.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.duetdb.DatabaseStatus;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.health.Ping.Answer;

/** Watches all databases. */
@ApplicationScoped
public class DatabaseMonitor {

    private final List<Probe> probes;
    private final Duration deadline;

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
        List<Future<Answer>> pings =
                probes.stream().map(probe -> probe.start(threads, deadline)).toList();
        List<DatabaseStatus> all = new ArrayList<>(probes.size());
        for (int i = 0; i < pings.size(); i++) {
            all.add(probes.get(i).await(pings.get(i), start, deadline));
        }
        return all;
    }
}
