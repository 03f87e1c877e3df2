package org.duetdb.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.duetdb.health.SyntheticCheck;

/**
 * A health check as a bean of the API of MicroProfile Health. Not by a configurator, whose beans belong to the archive
 * of the extension whatever class they say: Weld places a bean by its class only if it is added as it is.
 */
final class HealthCheckBean implements Bean<Object> {

    private final SyntheticCheck check;

    HealthCheckBean(SyntheticCheck check) {
        this.check = check;
    }

    @Override
    public Class<?> getBeanClass() {
        return SyntheticCheck.TYPE;
    }

    @Override
    public Set<Type> getTypes() {
        return Set.of(SyntheticCheck.TYPE, Object.class);
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(check.qualifier(), Any.Literal.INSTANCE);
    }

    /** No proxy, which would have to be defined in a module of the server. */
    @Override
    public Class<? extends Annotation> getScope() {
        return Dependent.class;
    }

    @Override
    public Object create(CreationalContext<Object> context) {
        return check.check();
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
