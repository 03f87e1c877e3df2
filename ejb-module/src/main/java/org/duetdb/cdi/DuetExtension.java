package org.duetdb.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duetdb.Database;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.catalog.Requirement;
import org.duetdb.config.Problem;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.persistence.PersistenceUnits;
import org.duetdb.transaction.AsyncSessions;
import org.duetdb.transaction.RequestTransaction;

/**
 * Reads the configuration when the application is deployed, compares it with what injection points ask for, and
 * registers the beans of every (alias, role).
 */
public class DuetExtension implements Extension {

    private final Set<Requirement> requirements = new LinkedHashSet<>();
    private final UnitRequirements unitRequirements = new UnitRequirements();
    private PersistenceUnits units;
    private Contextual contextual;
    private Bean<RequestTransaction> transaction;
    private Bean<AsyncSessions> asyncSessions;

    <T, X> void collect(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint point = event.getInjectionPoint();
        point.getQualifiers().stream()
                .filter(Database.class::isInstance)
                .map(Database.class::cast)
                .map(database -> new Requirement(database.alias(), place(point)))
                .forEach(requirement -> {
                    requirements.add(requirement);
                    unitRequirements.collect(point, requirement);
                });
    }

    private static String place(InjectionPoint point) {
        return point.getMember().getDeclaringClass().getName() + "."
                + point.getMember().getName();
    }

    void remember(@Observes ProcessSyntheticBean<RequestTransaction> event) {
        transaction = event.getBean();
    }

    void rememberToo(@Observes ProcessManagedBean<AsyncSessions> event) {
        asyncSessions = event.getBean();
    }

    void register(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        this.contextual = new Contextual(beans);
        Set<String> asked = requirements.stream().map(Requirement::alias).collect(Collectors.toSet());
        try {
            Catalog catalog = Catalog.of(Settings.current(asked), requirements);
            ContainerDataSources sources = ContainerDataSources.of(catalog);
            DatabaseBeans databases =
                    new DatabaseBeans(sources, this::currentTransaction, () -> contextual.instance(asyncSessions));
            databases.register(discovery);
            units = PersistenceUnits.visibleTo(unitRequirements.loaders(), sources);
            List<Problem> missing = unitRequirements.problems(units);
            if (!missing.isEmpty()) {
                throw new CatalogException(missing);
            }
            new PersistenceBeans(units, databases::currentSession, databases.attachments())
                    .register(discovery, sources.all());
        } catch (CatalogException problems) {
            discovery.addDefinitionError(new DeploymentException(problems.getMessage()));
        }
    }

    void end(@Observes BeforeShutdown shutdown) {
        if (units != null) {
            units.close();
        }
    }

    /** Returns the one of the current request. */
    RequestTransaction currentTransaction() {
        return contextual.instance(transaction);
    }
}
