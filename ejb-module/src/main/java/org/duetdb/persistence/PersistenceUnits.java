package org.duetdb.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.duetdb.DbSession;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.UnknownAliasException;
import org.duetdb.catalog.CatalogException;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.transaction.Attachments;

/** The persistence units that have the name of an alias. For use by any thread. */
public final class PersistenceUnits {

    private final Set<String> names;
    private final ContainerDataSources sources;
    private final List<UnitFactory> factories = new ArrayList<>();

    private PersistenceUnits(Set<String> names, ContainerDataSources sources) {
        this.names = Set.copyOf(names);
        this.sources = sources;
    }

    /**
     * Finds those that the class loaders see; null stands for none.
     *
     * @throws CatalogException if a descriptor cannot be read
     */
    public static PersistenceUnits visibleTo(Collection<ClassLoader> loaders, ContainerDataSources sources)
            throws CatalogException {
        return new PersistenceUnits(UnitNames.visibleTo(loaders), sources);
    }

    /** Returns whether there is one of that name. */
    public boolean has(String alias) {
        return names.contains(alias);
    }

    /** Returns the names of all, sorted. */
    public List<String> names() {
        return names.stream().sorted().toList();
    }

    /**
     * What is injected of one (alias, role). Nothing is made before it is used.
     *
     * @param entities the entity manager
     * @param factory its factory
     */
    public record Unit(EntityManager entities, EntityManagerFactory factory) {}

    /**
     * Returns that of an (alias, role) that there is a unit for.
     *
     * @param sessions gives the session of the current request; null outside of requests
     */
    public Unit unit(
            ContainerDataSource source,
            Function<ContainerDataSource, JdbcDbSession> sessions,
            Attachments attachments) {
        Origin origin = source.binding().origin();
        SessionDataSource connections = new SessionDataSource(source, () -> sessions.apply(source));
        UnitFactory factory = new UnitFactory(new UnitProperties(origin, connections, sources.persistenceProperties()));
        factories.add(factory);
        PersistenceContexts contexts = new PersistenceContexts(origin, factory, connections, attachments);
        ProviderCall call = source.binding().role() == Role.READ ? ProviderCall.on(connections) : ProviderCall.DIRECT;
        return new Unit(InjectedEntities.of(origin, contexts, call), contexts.factory());
    }

    /**
     * Makes the tables of an alias that are not there.
     *
     * @param session one of the write role of that alias
     * @return the names of what was made
     * @throws UnknownAliasException if there is no unit of that name
     */
    public List<String> createTables(ContainerDataSource source, DbSession session) {
        Origin origin = source.binding().origin();
        if (!has(origin.alias())) {
            throw new UnknownAliasException(
                    "DUET-704",
                    "no persistence unit has the name of the alias",
                    "add <persistence-unit name=\"" + origin.alias() + "\"> to META-INF/persistence.xml",
                    origin);
        }
        UnitProperties properties =
                new UnitProperties(origin, new SessionDataSource(source, () -> null), sources.persistenceProperties());
        return TableCreation.in(session, UnitSchema.statements(origin.alias(), properties.map()));
    }

    /** Ends all of them, with the application. */
    public void close() {
        factories.forEach(UnitFactory::close);
    }
}
