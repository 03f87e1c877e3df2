package org.duetdb.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.InDoubt;
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
        List<DatabaseStatus> all = databases.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("duet.databases");
        all.forEach(status -> describe(response, status));
        return response.status(all.stream().allMatch(DatabaseStatus::permitsReadiness))
                .build();
    }

    private static void describe(HealthCheckResponseBuilder response, DatabaseStatus status) {
        String name = status.alias() + "." + status.role();
        response.withData(name, status.state().name());
        if (status.state() == DatabaseStatus.State.UP) {
            response.withData(name + ".latency-ms", status.latency().toMillis());
            response.withData(name + ".recovery", status.recovery());
            describe(response, name + ".in-doubt", status.inDoubt());
        } else {
            response.withData(name + ".problem", status.problem());
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
