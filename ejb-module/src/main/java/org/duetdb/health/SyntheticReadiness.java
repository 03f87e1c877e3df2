package org.duetdb.health;

import java.lang.annotation.Annotation;
import java.util.function.Supplier;
import org.duetdb.server.RunningServer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the readiness check becomes a bean where the server does not find the class: as a synthetic bean that belongs to
 * the API of MicroProfile Health itself, which every health implementation sees.
 */
public final class SyntheticReadiness {

    /** The type of the bean, and the class that it belongs to. */
    public static final Class<?> TYPE = HealthCheck.class;

    /** The qualifier of the bean. */
    public static final Annotation QUALIFIER = Readiness.Literal.INSTANCE;

    private SyntheticReadiness() {}

    /** Returns whether it takes the place of the class on the server that runs. */
    public static boolean isNeeded() {
        return !RunningServer.find().server().findsHealthChecks();
    }

    /** Creates the check; it asks for the monitor when it is called, which is after the application has started. */
    public static Object create(Supplier<DatabaseMonitor> databases) {
        return (HealthCheck) () -> new DatabaseReadiness(databases.get()).call();
    }
}
