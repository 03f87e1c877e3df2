package org.duetdb.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.duetdb.Database;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.catalog.Requirement;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.transaction.RequestTransaction;

/**
 * Reads the configuration when the application is deployed, compares it with what injection points ask for, and
 * registers the beans of every (alias, role).
 */
public class DuetExtension implements Extension {

    private final Set<Requirement> requirements = new LinkedHashSet<>();
    private BeanManager beans;
    private Bean<RequestTransaction> transaction;

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

    void remember(@Observes ProcessManagedBean<RequestTransaction> event) {
        transaction = event.getBean();
    }

    void register(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        this.beans = beans;
        Set<String> asked = requirements.stream().map(Requirement::alias).collect(Collectors.toSet());
        try {
            Catalog catalog = Catalog.of(Settings.current(asked), requirements);
            new DatabaseBeans(ContainerDataSources.of(catalog), this::currentTransaction).register(discovery);
        } catch (CatalogException problems) {
            discovery.addDefinitionError(new DeploymentException(problems.getMessage()));
        }
    }

    /**
     * Returns the one of the current request. Not looked up by its type: from an extension, a container need not see
     * the beans of the archive that the extension came in.
     */
    RequestTransaction currentTransaction() {
        return beans.getContext(RequestScoped.class).get(transaction, beans.createCreationalContext(transaction));
    }
}
