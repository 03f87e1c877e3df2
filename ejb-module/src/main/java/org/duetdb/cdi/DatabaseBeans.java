package org.duetdb.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.duetdb.AsyncDbSession;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.SessionServices;
import org.duetdb.transaction.AsyncSessions;
import org.duetdb.transaction.Attachments;
import org.duetdb.transaction.CommitPositions;
import org.duetdb.transaction.RequestTransaction;
import org.duetdb.transaction.TransactionServices;

/** The beans of every (alias, role): a request-scoped session, an asynchronous one, and the container's datasource. */
final class DatabaseBeans {

    private final ContainerDataSources sources;
    private final Supplier<RequestTransaction> currentTransaction;
    private final Supplier<AsyncSessions> asyncSessions;
    private final SessionServices services = new SessionServices();
    private final TransactionServices transactionServices;

    DatabaseBeans(
            ContainerDataSources sources,
            Supplier<RequestTransaction> currentTransaction,
            Supplier<AsyncSessions> asyncSessions) {
        this.sources = sources;
        this.transactionServices = new TransactionServices(
                CommitPositions.of(sources.all(), sources.catalog().consistencyKey()));
        this.currentTransaction = currentTransaction;
        this.asyncSessions = asyncSessions;
    }

    void register(AfterBeanDiscovery discovery) {
        discovery
                .<ContainerDataSources>addBean()
                .id("org.duetdb.sources")
                .types(ContainerDataSources.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> sources);
        discovery
                .<SessionServices>addBean()
                .id("org.duetdb.services")
                .types(SessionServices.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> services);
        requestTransaction(discovery);
        for (ContainerDataSource source : sources.all()) {
            session(discovery, source);
            asyncSession(discovery, source);
            dataSource(discovery, source);
        }
    }

    /** Returns the session of the current request; null outside of requests. */
    JdbcDbSession currentSession(ContainerDataSource source) {
        try {
            return currentTransaction.get().session(source, services);
        } catch (ContextNotActiveException outside) {
            return null;
        }
    }

    /** Returns what is attached to transactions. */
    Attachments attachments() {
        return new Attachments(transactionServices);
    }

    private void requestTransaction(AfterBeanDiscovery discovery) {
        discovery
                .<TransactionServices>addBean()
                .id("org.duetdb.transactionServices")
                .types(TransactionServices.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> transactionServices);
        discovery
                .<RequestTransaction>addBean()
                .beanClass(RequestTransaction.class)
                .id("org.duetdb.requestTransaction")
                .types(RequestTransaction.class, Object.class)
                .scope(RequestScoped.class)
                .createWith(context -> new RequestTransaction(transactionServices))
                .destroyWith((transaction, context) -> transaction.destroy());
    }

    private void session(AfterBeanDiscovery discovery, ContainerDataSource source) {
        Binding binding = source.binding();
        discovery
                .<JdbcDbSession>addBean()
                .id("org.duetdb.session." + binding.name())
                .types(DbSession.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(RequestScoped.class)
                .produceWith(beans -> currentTransaction.get().session(source, services))
                .disposeWith((session, beans) -> session.close());
    }

    private void asyncSession(AfterBeanDiscovery discovery, ContainerDataSource source) {
        Binding binding = source.binding();
        discovery
                .<AsyncDbSession>addBean()
                .id("org.duetdb.async." + binding.name())
                .types(AsyncDbSession.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(Dependent.class)
                .createWith(context -> asyncSessions.get().of(source));
    }

    private static void dataSource(AfterBeanDiscovery discovery, ContainerDataSource source) {
        Binding binding = source.binding();
        discovery
                .<DataSource>addBean()
                .id("org.duetdb.datasource." + binding.name())
                .types(DataSource.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(Dependent.class)
                .createWith(context -> source.dataSource());
    }
}
