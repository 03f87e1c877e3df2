package org.duetdb.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.util.Nonbinding;
import jakarta.ws.rs.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.duetdb.Database;
import org.duetdb.UnitOfWork;
import org.duetdb.catalog.Catalog;
import org.duetdb.catalog.CatalogException;
import org.duetdb.catalog.Requirement;
import org.duetdb.config.Settings;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.session.TransactionControl;
import org.duetdb.transaction.RequestTransaction;

/**
 * Reads the configuration when the application is deployed, compares it with what injection points ask for, and registers the
 * beans of every (alias, role).
 */
public class DuetExtension implements Extension {

    private final Set<Requirement> requirements = new LinkedHashSet<>();
    private Bean<RequestTransaction> transaction;

    /**
     * Makes {@code @Path} an interceptor binding that implies {@link UnitOfWork}. So every resource class is a unit of work,
     * and not only those that are beans: a container intercepts whatever it injects into, and a resource class without a scope
     * annotation is no bean in an archive of the discovery mode {@code annotated}.
     */
    void bindResources(@Observes BeforeBeanDiscovery discovery) {
        discovery
                .configureInterceptorBinding(Path.class)
                .add(UnitOfWork.Literal.INSTANCE)
                .methods()
                .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
    }

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
        Set<String> asked = requirements.stream().map(Requirement::alias).collect(Collectors.toSet());
        try {
            Catalog catalog = Catalog.of(Settings.current(asked), requirements);
            new DatabaseBeans(ContainerDataSources.of(catalog), () -> currentTransaction(beans)).register(discovery);
        } catch (CatalogException problems) {
            discovery.addDefinitionError(new DeploymentException(problems.getMessage()));
        }
    }

    /**
     * Returns the one of the current request. Not looked up by its type: from an extension, a container need not see the beans
     * of the archive that the extension came in.
     */
    private TransactionControl currentTransaction(BeanManager beans) {
        return beans.getContext(RequestScoped.class).get(transaction, beans.createCreationalContext(transaction));
    }
}
