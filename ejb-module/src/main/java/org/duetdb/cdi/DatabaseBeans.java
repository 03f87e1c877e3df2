package org.duetdb.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.session.JdbcDbSession;
import org.duetdb.session.OutsideTransactions;
import org.duetdb.session.SessionServices;
import org.duetdb.session.TransactionControl;

/** The beans of every (alias, role): a request-scoped session, and the container's datasource. */
final class DatabaseBeans {

    private final ContainerDataSources sources;
    private final Supplier<? extends TransactionControl> currentTransaction;
    private final SessionServices services = new SessionServices();

    DatabaseBeans(ContainerDataSources sources, Supplier<? extends TransactionControl> currentTransaction) {
        this.sources = sources;
        this.currentTransaction = currentTransaction;
    }

    void register(AfterBeanDiscovery discovery) {
        discovery
                .<ContainerDataSources>addBean()
                .id("org.duetdb.sources")
                .types(ContainerDataSources.class, Object.class)
                .scope(Singleton.class)
                .createWith(context -> sources);
        for (ContainerDataSource source : sources.all()) {
            session(discovery, source);
            dataSource(discovery, source);
        }
    }

    private void session(AfterBeanDiscovery discovery, ContainerDataSource source) {
        Binding binding = source.binding();
        discovery
                .<JdbcDbSession>addBean()
                .id("org.duetdb.session." + binding.name())
                .types(DbSession.class, Object.class)
                .qualifiers(Database.Literal.of(binding.alias(), binding.role()))
                .scope(RequestScoped.class)
                .produceWith(beans -> new JdbcDbSession(source, transactions(binding.role()), services))
                .disposeWith((session, beans) -> session.close());
    }

    private TransactionControl transactions(Role role) {
        TransactionControl transactions = currentTransaction.get();
        return role == Role.WRITE ? transactions : new OutsideTransactions(transactions.requestId());
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
