package org.duetdb.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.duetdb.Database;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.model.Repository;
import org.duetdb.persistence.PersistenceUnits;
import org.duetdb.persistence.PersistenceUnits.Unit;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.transaction.Attachments;

/** The entity managers and repositories of every (alias, role) whose alias has a persistence unit. */
final class PersistenceBeans {

    private final PersistenceUnits units;
    private final Function<ContainerDataSource, JdbcDbSession> sessions;
    private final Attachments attachments;

    PersistenceBeans(
            PersistenceUnits units, Function<ContainerDataSource, JdbcDbSession> sessions, Attachments attachments) {
        this.units = units;
        this.sessions = sessions;
        this.attachments = attachments;
    }

    void register(AfterBeanDiscovery discovery, Iterable<ContainerDataSource> sources) {
        discovery
                .<PersistenceUnits>addBean()
                .id("org.duetdb.units")
                .types(PersistenceUnits.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> units);
        for (ContainerDataSource source : sources) {
            if (units.has(source.binding().alias())) {
                register(discovery, source.binding(), units.unit(source, sessions, attachments));
            }
        }
    }

    private static void register(AfterBeanDiscovery discovery, Binding binding, Unit unit) {
        discovery
                .<EntityManager>addBean()
                .id("org.duetdb.entities." + binding.name())
                .types(EntityManager.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(Dependent.class)
                .createWith(context -> unit.entities());
        discovery
                .<EntityManagerFactory>addBean()
                .id("org.duetdb.entityFactory." + binding.name())
                .types(EntityManagerFactory.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(Dependent.class)
                .createWith(context -> unit.factory());
        discovery
                .<Repository<?, ?>>addBean()
                .id("org.duetdb.repository." + binding.name())
                .types(RepositoryType.OF_ALL, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(Dependent.class)
                .produceWith(beans -> RepositoryType.repository(
                        beans.select(InjectionPoint.class).get(), unit.entities()));
    }
}
