package org.duetdb.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import org.duetdb.health.DatabaseMonitor;
import org.duetdb.health.DatabaseReadiness;
import org.duetdb.health.PreflightCheck;
import org.duetdb.health.StartupPreflight;
import org.duetdb.health.SyntheticCheck;

/** Has the health checks found on a server that does not see their classes; does nothing elsewhere. */
public class HealthExtension implements Extension {

    private Bean<DatabaseMonitor> monitor;
    private Bean<StartupPreflight> preflight;

    /** Where there is a synthetic one, a server that finds the class as well would have the check twice. */
    void hideReadiness(@Observes ProcessAnnotatedType<DatabaseReadiness> event) {
        hide(event);
    }

    void hidePreflight(@Observes ProcessAnnotatedType<PreflightCheck> event) {
        hide(event);
    }

    private static void hide(ProcessAnnotatedType<?> event) {
        if (SyntheticCheck.isNeeded()) {
            event.veto();
        }
    }

    void rememberMonitor(@Observes ProcessManagedBean<DatabaseMonitor> event) {
        monitor = event.getBean();
    }

    void rememberPreflight(@Observes ProcessManagedBean<StartupPreflight> event) {
        preflight = event.getBean();
    }

    void register(@Observes AfterBeanDiscovery discovery, BeanManager beans) {
        if (SyntheticCheck.isNeeded()) {
            Contextual contextual = new Contextual(beans);
            discovery.addBean(new HealthCheckBean(SyntheticCheck.readiness(() -> contextual.instance(monitor))));
            discovery.addBean(new HealthCheckBean(SyntheticCheck.startup(() -> contextual.instance(preflight))));
        }
    }
}
