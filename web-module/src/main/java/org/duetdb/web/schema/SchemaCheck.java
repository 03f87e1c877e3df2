package org.duetdb.web.schema;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/** Started when the tables of all databases are up to date. Asking makes those that are not be tried again. */
@Startup
@ApplicationScoped
public class SchemaCheck implements HealthCheck {

    @EJB
    private Schemas schemas;

    @Override
    public HealthCheckResponse call() {
        Map<String, Boolean> migrated = schemas.migrated();
        schemas.retry();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("sample.schema");
        migrated.forEach((alias, done) -> response.withData(alias, done ? "migrated" : "pending"));
        return response.status(!migrated.containsValue(false)).build();
    }
}
