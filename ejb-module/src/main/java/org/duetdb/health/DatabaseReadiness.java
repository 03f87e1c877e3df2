package org.duetdb.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.duetdb.DatabaseStatus;
import org.duetdb.DatabaseStatus.State;
import org.duetdb.Databases;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every required database answers. The data tells the state of each, required or not. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private final Databases databases;

    /** For the client proxy. */
    protected DatabaseReadiness() {
        this.databases = null;
    }

    /** Creates the check. */
    @Inject
    protected DatabaseReadiness(Databases databases) {
        this.databases = databases;
    }

    @Override
    public HealthCheckResponse call() {
        List<DatabaseStatus> all = databases.status();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("duet.databases");
        all.forEach(status -> describe(response, status));
        return response.status(all.stream().noneMatch(DatabaseReadiness::prevents))
                .build();
    }

    private static boolean prevents(DatabaseStatus status) {
        return status.required() && status.state() == State.DOWN;
    }

    private static void describe(HealthCheckResponseBuilder response, DatabaseStatus status) {
        String name = status.alias() + "." + status.role();
        response.withData(name, status.state().name());
        if (status.state() == State.UP) {
            response.withData(name + ".latency-ms", status.latency().toMillis());
            response.withData(name + ".recovery", status.recovery());
        } else {
            response.withData(name + ".problem", status.problem());
        }
    }
}
