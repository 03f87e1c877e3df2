package org.duetdb.cdi;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.duetdb.model.Repository;

/**
 * The type of injected repositories: one bean is for all entities (Jakarta CDI 4.0 §2.2.1), and learns of each
 * injection point for which.
 */
final class RepositoryType {

    static final Type OF_ALL = ofAll();

    private RepositoryType() {}

    private static <E, K> Type ofAll() {
        return new TypeLiteral<Repository<E, K>>() {}.getType();
    }

    /** Returns whether an injection point asks for one. */
    static boolean isThatOf(InjectionPoint point) {
        return point.getType() == Repository.class
                || point.getType() instanceof ParameterizedType type && type.getRawType() == Repository.class;
    }

    /**
     * Returns that of an injection point.
     *
     * @throws IllegalArgumentException if it does not say which entities it is for
     */
    static Repository<?, ?> repository(InjectionPoint point, EntityManager entities) {
        if (point.getType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> entity) {
            return new Repository<>(entity, entities);
        }
        throw new IllegalArgumentException("DUET-811 " + point.getMember() + " does not say whose repository it is;"
                + " write Repository<Visit, UUID>, with the class of the entity and that of its id");
    }
}
