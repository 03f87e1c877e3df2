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
import org.duetdb.datasource.ContainerDataSources;
import org.duetdb.preflight.Examined;
import org.duetdb.server.RunningServer;

/**
 * Says in the log, once the application has started, which databases can be used; the preflight adds why others cannot,
 * and what will fail later.
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
    private StartupPreflight preflight;

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
        preflight.take(PATIENCE).databases().stream().filter(Examined::answered).forEach(StartupReport::describe);
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

    private static void describe(Examined one) {
        String kind = one.facts().recovery() ? ", a standby" : "";
        LOG.log(
                Level.INFO,
                "Duet: {0}/{1} is up{2}",
                one.binding().alias(),
                one.binding().role(),
                kind);
    }
}
