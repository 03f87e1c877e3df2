package org.duetdb.health;

import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import org.duetdb.server.RunningServer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * How a check becomes a bean where the server does not find its class: as a synthetic bean that belongs to the API of
 * MicroProfile Health itself, which every health implementation sees.
 *
 * @param qualifier the qualifier of the bean
 * @param check the bean; it asks for what it reads when it is called, which is after the application has started
 */
public record SyntheticCheck(Annotation qualifier, HealthCheck check) {

    /** The type of the bean, and the class that it belongs to. */
    public static final Class<?> TYPE = HealthCheck.class;

    /** Returns whether they take the place of the classes on the server that runs. */
    public static boolean isNeeded() {
        return !RunningServer.find().server().findsHealthChecks();
    }

    /** Returns the one for {@link DatabaseReadiness}. */
    public static SyntheticCheck readiness(Supplier<DatabaseMonitor> databases) {
        return new SyntheticCheck(Readiness.Literal.INSTANCE, () -> new DatabaseReadiness(databases.get()).call());
    }

    /** Returns the one for {@link PreflightCheck}. */
    public static SyntheticCheck startup(Supplier<StartupPreflight> preflight) {
        return new SyntheticCheck(Startup.Literal.INSTANCE, () -> new PreflightCheck(preflight.get()).call());
    }
}
