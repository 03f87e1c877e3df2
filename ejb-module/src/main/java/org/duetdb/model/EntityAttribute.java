package org.duetdb.model;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.metamodel.IdentifiableType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.beans.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * One attribute of an entity that has one value.
 *
 * @param described what the provider says of it
 * @param property its getter and setter, as far as there are some
 * @param field its field; null if there is none of its name
 */
record EntityAttribute(SingularAttribute<?, ?> described, PropertyDescriptor property, Field field) {

    String name() {
        return described.getName();
    }

    Class<?> type() {
        return described.getJavaType();
    }

    /** Returns whether it refers to another entity. */
    boolean isAssociation() {
        return described.isAssociation();
    }

    /** Returns whether the database makes its value, and only tells it afterwards. */
    boolean isMadeByTheDatabase() {
        return annotation(GeneratedValue.class)
                .filter(made -> made.strategy() == GenerationType.IDENTITY)
                .isPresent();
    }

    /** Returns whether it keeps the value that it had when it was inserted. */
    boolean isKept() {
        return annotation(Column.class).filter(column -> !column.updatable()).isPresent()
                || annotation(JoinColumn.class)
                        .filter(column -> !column.updatable())
                        .isPresent();
    }

    /** Returns the name of its column (Jakarta Persistence 3.1 §11.1.9, §11.1.25). */
    String column() {
        return annotation(Column.class)
                .map(Column::name)
                .or(() -> annotation(JoinColumn.class).map(JoinColumn::name))
                .filter(given -> !given.isEmpty())
                .orElseGet(this::columnByDefault);
    }

    private String columnByDefault() {
        return described.getType() instanceof IdentifiableType<?> other
                ? name() + "_"
                        + other.getSingularAttributes().stream()
                                .filter(SingularAttribute::isId)
                                .map(SingularAttribute::getName)
                                .findFirst()
                                .orElse("id")
                : name();
    }

    boolean hasSetter() {
        return property != null && property.getWriteMethod() != null;
    }

    /** Returns its value, by the getter if there is one: that also loads what is lazy. */
    Object read(Object entity) {
        Method getter = getter();
        try {
            return getter == null ? field.get(entity) : call(getter, entity);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Calls the setter. */
    void write(Object entity, Object value) {
        call(property.getWriteMethod(), entity, value);
    }

    private Method getter() {
        return property == null ? null : property.getReadMethod();
    }

    /** Throws what it throws. */
    private static Object call(Method method, Object entity, Object... arguments) {
        try {
            return method.invoke(entity, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getTargetException() instanceof Error error) {
                throw error;
            }
            throw thrown.getTargetException() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(thrown.getTargetException());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        A ofField = field == null ? null : field.getAnnotation(type);
        Method getter = getter();
        return Optional.ofNullable(ofField == null && getter != null ? getter.getAnnotation(type) : ofField);
    }
}
