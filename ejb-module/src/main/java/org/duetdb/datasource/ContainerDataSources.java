package org.duetdb.datasource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.UnknownAliasException;
import org.duetdb.catalog.Binding;
import org.duetdb.catalog.Catalog;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.server.PoolFigures;
import org.duetdb.server.RunningServer;

/**
 * The container's datasource of every binding. Immutable, for use by any thread.
 *
 * @param catalog the catalog
 * @param all in the catalog's order
 * @param server whose they are
 */
public record ContainerDataSources(Catalog catalog, List<ContainerDataSource> all, RunningServer server) {

    private static final PoolFigures UNKNOWN = new PoolFigures(null, null, null, null);

    /** Returns those of a catalog. */
    public static ContainerDataSources of(Catalog catalog) {
        ContainerDirectory directory = new ContainerDirectory();
        List<ContainerDataSource> all = new ArrayList<>();
        Map<String, ContainerDataSource> primaries = new HashMap<>();
        for (Binding binding : catalog.bindings()) {
            ContainerDataSource made = new ContainerDataSource(
                    binding,
                    () -> directory.find(binding.settings().jndiName(), DataSource.class),
                    primaries.get(binding.alias()));
            primaries.putIfAbsent(binding.alias(), made);
            all.add(made);
        }
        return new ContainerDataSources(catalog, List.copyOf(all), RunningServer.find());
    }

    /**
     * Returns those of an alias, the write role first.
     *
     * @throws UnknownAliasException if it is not configured
     */
    public List<ContainerDataSource> of(String alias) {
        List<ContainerDataSource> found = all.stream()
                .filter(source -> source.binding().alias().equals(alias))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownAliasException(
                    "DUET-112", "no database has that alias", catalog.hint(alias), new Origin(alias, null, null));
        }
        return found;
    }

    /**
     * Returns that of an alias and role.
     *
     * @throws UnknownAliasException if the alias is not configured
     */
    public ContainerDataSource of(String alias, Role role) {
        return of(alias).get(role.ordinal());
    }

    /** Returns what a persistence provider has to know of the server, under the names of its properties. */
    public Map<String, String> persistenceProperties() {
        return server.server().persistenceProperties();
    }

    /** Returns the figures of the pool of one; what the server does not tell is null. */
    public Pool figures(ContainerDataSource source) {
        DatabaseSettings settings = source.binding().settings();
        PoolFigures figures = server.server().figures(settings.jndiName()).orElse(UNKNOWN);
        return new Pool(
                figures.size(),
                figures.available(),
                figures.inUse(),
                figures.waiting(),
                settings.pool().maxSize());
    }

    /** Has the pools make the connections that they shall keep, in threads of the executor; unless they do already. */
    public void fill(Executor threads) {
        if (!server.server().fillsPools()) {
            all.stream().map(Borrowing::filling).forEach(filling -> filling.begin(threads));
        }
    }

    /**
     * Lends no connection of one from now on, and ends those that are idle.
     *
     * @param threads runs what takes a while, without a transaction
     */
    public void close(ContainerDataSource source, Executor threads) {
        source.close();
        if (!server.server().flush(source.binding().settings().jndiName())) {
            Integer idle = figures(source).available();
            if (idle != null && idle > 0) {
                Borrowing.emptying(source, idle).begin(threads);
            }
        }
    }
}
