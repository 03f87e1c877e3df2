package org.duetdb.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duetdb.preflight.Finding;
import org.duetdb.preflight.Preflight;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when nothing stands that a required database is sure to fail by. The data holds each problem, also those that
 * do not stand against it. Once up it stays up, and asks no database any more.
 */
@Startup
@ApplicationScoped
public class PreflightCheck implements HealthCheck {

    private final StartupPreflight preflight;

    /** For the client proxy. */
    protected PreflightCheck() {
        this.preflight = null;
    }

    /** Creates the check. */
    @Inject
    protected PreflightCheck(StartupPreflight preflight) {
        this.preflight = preflight;
    }

    @Override
    public HealthCheckResponse call() {
        return preflight.current().map(PreflightCheck::response).orElseGet(PreflightCheck::underWay);
    }

    private static HealthCheckResponse response(Preflight result) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("duet.preflight");
        result.findings().stream()
                .filter(Finding::isProblem)
                .forEach(finding -> response.withData(key(finding), finding.message()));
        return response.status(result.permitsStart()).build();
    }

    private static String key(Finding finding) {
        return finding.binding().alias() + "." + finding.binding().role() + "." + finding.code();
    }

    private static HealthCheckResponse underWay() {
        return HealthCheckResponse.named("duet.preflight")
                .withData("state", "the databases are being examined")
                .down()
                .build();
    }
}
