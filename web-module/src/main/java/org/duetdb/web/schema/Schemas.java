package org.duetdb.web.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.duetdb.Database;

/** Makes the tables when the application starts, outside the container's transactions: migrations have their own. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Schemas {

    @Inject
    @Database
    private DataSource shop;

    @Inject
    @Database(alias = "analytics")
    private DataSource analytics;

    @Resource
    private ManagedExecutorService threads;

    private List<Schema> all;

    @PostConstruct
    void migrate() {
        all = List.of(new Schema("default", shop), new Schema("analytics", analytics));
        all.forEach(Schema::migrate);
    }

    /** Returns of each alias whether its tables are up to date. */
    public Map<String, Boolean> migrated() {
        return all.stream().collect(Collectors.toMap(Schema::alias, Schema::isMigrated));
    }

    /** Tries again, on other threads, what has failed so far. */
    public void retry() {
        all.stream().filter(Schema::isPending).forEach(schema -> threads.execute(schema::migrate));
    }
}
