package org.duetdb.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.duetdb.Database;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.catalog.Requirement;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.health.DatabaseMonitor;
import org.duetdb.health.DatabaseReadiness;
import org.duetdb.health.SyntheticReadiness;
import org.duetdb.transaction.AsyncSessions;
import org.duetdb.transaction.RequestTransaction;

/**
 * Reads the configuration when the application is deployed, compares it with what injection points ask for, and
 * registers the beans of every (alias, role).
 */
public class DuetExtension implements Extension {

    private final Set<Requirement> requirements = new LinkedHashSet<>();
    private BeanManager beans;
    private Bean<RequestTransaction> transaction;
    private Bean<AsyncSessions> asyncSessions;
    private Bean<DatabaseMonitor> monitor;

    <T, X> void collect(@Observes ProcessInjectionPoint<T, X> event) {
        InjectionPoint point = event.getInjectionPoint();
        point.getQualifiers().stream()
                .filter(Database.class::isInstance)
                .map(Database.class::cast)
                .forEach(database -> requirements.add(new Requirement(database.alias(), place(point))));
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

    void rememberMonitor(@Observes ProcessManagedBean<DatabaseMonitor> event) {
        monitor = event.getBean();
    }

    /** Where there is a synthetic one, a server that finds the class as well would have the check twice. */
    void hide(@Observes ProcessAnnotatedType<DatabaseReadiness> event) {
        if (SyntheticReadiness.isNeeded()) {
            event.veto();
        }
    }

    void register(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        this.beans = beans;
        Set<String> asked = requirements.stream().map(Requirement::alias).collect(Collectors.toSet());
        try {
            Catalog catalog = Catalog.of(Settings.current(asked), requirements);
            new DatabaseBeans(
                            ContainerDataSources.of(catalog),
                            this::currentTransaction,
                            () -> contextual(ApplicationScoped.class, asyncSessions))
                    .register(discovery);
            if (SyntheticReadiness.isNeeded()) {
                discovery.addBean(new ReadinessBean(() -> contextual(ApplicationScoped.class, monitor)));
            }
        } catch (CatalogException problems) {
            discovery.addDefinitionError(new DeploymentException(problems.getMessage()));
        }
    }

    /** Returns the one of the current request. */
    RequestTransaction currentTransaction() {
        return contextual(RequestScoped.class, transaction);
    }

    /**
     * Returns the instance of a bean. Not looked up by its type: from an extension, a container need not see the beans
     * of the archive that the extension came in.
     */
    private <T> T contextual(Class<? extends Annotation> scope, Bean<T> bean) {
        Context context = beans.getContext(scope);
        T known = context.get(bean);
        return known != null ? known : context.get(bean, beans.createCreationalContext(bean));
    }
}
