package org.duetdb.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.duetdb.health.DatabaseMonitor;
import org.duetdb.health.SyntheticReadiness;

/**
 * The readiness check as a bean of the API of MicroProfile Health. Not by a configurator, whose beans belong to the
 * archive of the extension whatever class they say: Weld places a bean by its class only if it is added as it is.
 */
final class ReadinessBean implements Bean<Object> {

    private final Supplier<DatabaseMonitor> databases;

    ReadinessBean(Supplier<DatabaseMonitor> databases) {
        this.databases = databases;
    }

    @Override
    public Class<?> getBeanClass() {
        return SyntheticReadiness.TYPE;
    }

    @Override
    public Set<Type> getTypes() {
        return Set.of(SyntheticReadiness.TYPE, Object.class);
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(SyntheticReadiness.QUALIFIER, Any.Literal.INSTANCE);
    }

    /** No proxy, which would have to be defined in a module of the server. */
    @Override
    public Class<? extends Annotation> getScope() {
        return Dependent.class;
    }

    @Override
    public Object create(CreationalContext<Object> context) {
        return SyntheticReadiness.create(databases);
    }

    @Override
    public void destroy(Object instance, CreationalContext<Object> context) {
        context.release();
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
        return Set.of();
    }

    @Override
    public String getName() {
        return null;
    }

    @Override
    public Set<Class<? extends Annotation>> getStereotypes() {
        return Set.of();
    }

    @Override
    public boolean isAlternative() {
        return false;
    }
}
