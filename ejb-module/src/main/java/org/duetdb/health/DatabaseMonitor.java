package org.duetdb.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.duetdb.DatabaseStatus;
import org.duetdb.Databases;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.health.Ping.Answer;

/** Watches all databases. */
@ApplicationScoped
public class DatabaseMonitor implements Databases {

    private final List<Probe> probes;
    private final Set<String> aliases;
    private final Duration deadline;

    @Resource
    private ManagedExecutorService threads;

    /** For the client proxy. */
    protected DatabaseMonitor() {
        this(List.of(), Set.of(), Duration.ZERO);
    }

    private DatabaseMonitor(List<Probe> probes, Set<String> aliases, Duration deadline) {
        this.probes = probes;
        this.aliases = aliases;
        this.deadline = deadline;
    }

    /** Creates the monitor of all databases of the catalog. */
    @Inject
    protected DatabaseMonitor(ContainerDataSources sources) {
        this(probes(sources), aliases(sources), sources.catalog().healthTimeout());
    }

    private static List<Probe> probes(ContainerDataSources sources) {
        return sources.all().stream()
                .map(source -> new Probe(source, sources.figures()))
                .toList();
    }

    private static Set<String> aliases(ContainerDataSources sources) {
        Set<String> aliases = new TreeSet<>();
        sources.catalog().bindings().stream().map(Binding::alias).forEach(aliases::add);
        return Set.copyOf(aliases);
    }

    @Override
    public Set<String> aliases() {
        return new TreeSet<>(aliases);
    }

    @Override
    public List<DatabaseStatus> status() {
        return status(deadline);
    }

    /** Asks every database at the same time, and returns when the deadline has passed. */
    List<DatabaseStatus> status(Duration deadline) {
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
