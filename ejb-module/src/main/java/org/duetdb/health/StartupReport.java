package org.duetdb.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.duetdb.DatabaseStatus;
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.server.RunningServer;

/**
 * Says in the log, once the application has started, which databases can be used, and of each other one why not.
 *
 * <p>A session bean, because there are servers that take no EJB module without one.
 */
@Startup
@Singleton
public class StartupReport {

    private static final Logger LOG = System.getLogger(StartupReport.class.getName());

    /** More than readiness grants: the first connection of a pool comes slowly on a machine that is still starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    private DatabaseMonitor databases;

    @Inject
    private ContainerDataSources sources;

    @Resource
    private ManagedExecutorService threads;

    /**
     * Writes the report, and has the pools filled. Its name has no overloads: Payara would take one of those for it.
     */
    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void report() {
        describe(sources.server());
        databases.status(PATIENCE).forEach(StartupReport::describe);
        sources.fill(threads);
    }

    private static void describe(RunningServer server) {
        if (!server.isKnown()) {
            LOG.log(
                    Level.WARNING,
                    "DUET-405 this application server is not known: sessions and transactions work, but the figures of"
                            + " the pools are not shown, and close() leaves idle connections open; known are "
                            + String.join(", ", server.supported()));
        }
    }

    private static void describe(DatabaseStatus status) {
        if (status.problem() == null) {
            LOG.log(Level.INFO, "Duet: {0}/{1} is up{2}", status.alias(), status.role(), kind(status));
        } else {
            LOG.log(Level.ERROR, status.problem());
        }
    }

    private static String kind(DatabaseStatus status) {
        return Boolean.TRUE.equals(status.recovery()) ? ", a standby" : "";
    }
}
