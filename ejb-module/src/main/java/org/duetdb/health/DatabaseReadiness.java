package org.duetdb.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duetdb.DatabaseHealth;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.InDoubt;
import org.duetdb.DatabaseStatus.Lag;
import org.duetdb.DatabaseStatus.Pool;
import org.duetdb.DatabaseStatus.State;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every required database answers. The data tells the state of each, required or not. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private final DatabaseMonitor databases;

    /** For the client proxy. */
    protected DatabaseReadiness() {
        this.databases = null;
    }

    /** Creates the check. */
    @Inject
    protected DatabaseReadiness(DatabaseMonitor databases) {
        this.databases = databases;
    }

    @Override
    public HealthCheckResponse call() {
        DatabaseHealth health = databases.recentHealth();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("duet.databases");
        response.withData("state", health.state().name());
        health.databases().forEach(status -> describe(response, status));
        return response.status(health.state() != State.DOWN).build();
    }

    private static void describe(HealthCheckResponseBuilder response, DatabaseStatus status) {
        String name = status.alias() + "." + status.role();
        response.withData(name, status.state().name());
        if (status.latency() != null) {
            response.withData(name + ".latency-ms", status.latency().toMillis());
            response.withData(name + ".recovery", status.recovery());
            describe(response, name + ".lag", status.lag());
            describe(response, name + ".in-doubt", status.inDoubt());
        }
        if (status.problem() != null) {
            response.withData(name + ".problem", status.problem());
        }
        describe(response, name + ".pool", status.pool());
    }

    private static void describe(HealthCheckResponseBuilder response, String name, Pool pool) {
        figure(response, name + ".size", pool.size());
        figure(response, name + ".in-use", pool.inUse());
        figure(response, name + ".waiting", pool.waiting());
        response.withData(name + ".max-size", pool.maxSize());
    }

    private static void figure(HealthCheckResponseBuilder response, String name, Number figure) {
        if (figure != null) {
            response.withData(name, figure.longValue());
        }
    }

    private static void describe(HealthCheckResponseBuilder response, String name, Lag lag) {
        if (lag != null) {
            response.withData(name + "-ms", lag.time().toMillis());
            figure(response, name + "-bytes", lag.bytes());
        }
    }

    private static void describe(HealthCheckResponseBuilder response, String name, InDoubt inDoubt) {
        if (inDoubt == null) {
            return;
        }
        response.withData(name, inDoubt.count());
        if (inDoubt.count() > 0) {
            response.withData(name + ".age-seconds", inDoubt.age().toSeconds());
            response.withData(name + ".nodes", String.join(", ", inDoubt.nodes()));
        }
    }
}
