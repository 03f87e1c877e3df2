package org.duetdb.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.duetdb.DatabaseHealth;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.Databases;
import org.duetdb.DbSession;
import org.duetdb.OpenSession;
import org.duetdb.Role;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.health.DatabaseMonitor;
import org.duetdb.persistence.PersistenceUnits;
import org.duetdb.transaction.OpenSessions;

/** The databases of an application, for its own code. */
@ApplicationScoped
public class ApplicationDatabases implements Databases {

    @Inject
    private ContainerDataSources sources;

    @Inject
    private DatabaseMonitor monitor;

    @Inject
    private OpenSessions sessions;

    @Inject
    private PersistenceUnits units;

    @Resource
    private ManagedExecutorService threads;

    @Override
    public Set<String> aliases() {
        return new TreeSet<>(sources.catalog().aliases());
    }

    @Override
    public boolean isConfigured(String alias) {
        return sources.all().stream()
                .anyMatch(source -> source.binding().alias().equals(alias) && !source.isClosed());
    }

    @Override
    public List<DatabaseStatus> status() {
        return monitor.status();
    }

    @Override
    public List<DatabaseStatus> status(String alias) {
        sources.of(alias);
        return monitor.status().stream()
                .filter(status -> status.alias().equals(alias))
                .toList();
    }

    @Override
    public DatabaseHealth health() {
        return monitor.health();
    }

    @Override
    public boolean isHealthy() {
        return health().state() != State.DOWN;
    }

    @Override
    public OpenSession open(String alias, Role role) {
        return open(alias, role, null);
    }

    @Override
    public OpenSession open(String alias, Role role, String position) {
        return sessions.open(sources.of(alias, role), position);
    }

    @Override
    public DbSession session(String name, String alias, Role role) {
        return sessions.named(name, sources.of(alias, role));
    }

    @Override
    public void finish(String name) {
        sessions.finish(name);
    }

    @Override
    public void finish(String name, String alias) {
        sessions.finish(name, alias);
    }

    @Override
    public List<String> createTables(String alias) {
        ContainerDataSource source = sources.of(alias, Role.WRITE);
        try (OpenSession session = sessions.open(source, null)) {
            return units.createTables(source, session);
        }
    }

    @Override
    public void close(String alias) {
        sources.of(alias).forEach(source -> sources.close(source, threads));
    }

    @Override
    public void close() {
        sources.all().forEach(source -> sources.close(source, threads));
    }
}
