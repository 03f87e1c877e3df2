package org.duetdb.model;

import jakarta.persistence.metamodel.Attribute.PersistentAttributeType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import jakarta.persistence.metamodel.SingularAttribute;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duetdb.InvalidAttributeException;
import org.duetdb.InvalidStatementException;
import org.duetdb.Origin;

/** The attributes of an entity class that have one value each, by their names. For use by any thread. */
final class EntityDescription {

    /** What {@link Model} and {@link SoftDeletable} keep by themselves. */
    private static final Set<String> OF_MODEL = Set.of("id", "createdAt", "updatedAt");

    private static final String DELETED_AT = "deletedAt";

    private final Class<?> type;
    private final Origin origin;
    private final Map<String, EntityAttribute> attributes = new LinkedHashMap<>();

    private EntityDescription(Class<?> type, Origin origin) {
        this.type = type;
        this.origin = origin;
    }

    /**
     * Describes an entity class.
     *
     * @throws InvalidStatementException if it is none
     */
    static EntityDescription of(Class<?> type, Metamodel metamodel, Origin origin) {
        EntityDescription description = new EntityDescription(type, origin);
        Map<String, PropertyDescriptor> properties = properties(type);
        description.entityType(metamodel).getSingularAttributes().stream()
                .sorted(Comparator.comparing((SingularAttribute<?, ?> attribute) -> !attribute.isId())
                        .thenComparing(SingularAttribute::getName))
                .map(attribute -> new EntityAttribute(
                        attribute, properties.get(attribute.getName()), field(type, attribute.getName())))
                .forEach(attribute -> description.attributes.put(attribute.name(), attribute));
        return description;
    }

    private EntityType<?> entityType(Metamodel metamodel) {
        try {
            return metamodel.entity(type);
        } catch (IllegalArgumentException none) {
            throw new InvalidStatementException(
                    "DUET-801",
                    type.getName() + " is no entity of the persistence unit",
                    "list it in META-INF/persistence.xml, or inject that of the right alias",
                    origin,
                    none);
        }
    }

    private static Map<String, PropertyDescriptor> properties(Class<?> type) {
        try {
            return Stream.of(Introspector.getBeanInfo(type).getPropertyDescriptors())
                    .collect(Collectors.toMap(PropertyDescriptor::getName, Function.identity()));
        } catch (IntrospectionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            try {
                Field field = declaring.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException inherited) {
                // look further up
            }
        }
        return null;
    }

    Origin origin() {
        return origin;
    }

    /** Returns the id first, then all others by name. */
    Stream<EntityAttribute> stream() {
        return attributes.values().stream();
    }

    /** Returns the names of all. */
    Set<String> names() {
        return attributes.keySet();
    }

    /**
     * Returns the id.
     *
     * @throws InvalidStatementException if it is not one basic attribute
     */
    EntityAttribute id() {
        List<EntityAttribute> ids =
                stream().filter(attribute -> attribute.described().isId()).toList();
        if (ids.size() != 1 || ids.get(0).described().getPersistentAttributeType() != PersistentAttributeType.BASIC) {
            throw new InvalidStatementException(
                    "DUET-802", type.getName() + " has an id of several parts", "use the entity manager", origin, null);
        }
        return ids.get(0);
    }

    /** Returns the attribute that counts changes; null if there is none. */
    EntityAttribute version() {
        return stream()
                .filter(attribute -> attribute.described().isVersion())
                .findFirst()
                .orElse(null);
    }

    boolean isModel() {
        return Model.class.isAssignableFrom(type);
    }

    /** Returns the attribute that says when it was deleted; null if such entities are deleted for good. */
    EntityAttribute deletedAt() {
        return SoftDeletable.class.isAssignableFrom(type) ? named(DELETED_AT) : null;
    }

    /**
     * Returns the attribute of that name.
     *
     * @throws InvalidAttributeException if there is none
     */
    EntityAttribute named(String name) {
        EntityAttribute attribute = attributes.get(name);
        if (attribute == null) {
            throw new InvalidAttributeException(
                    "DUET-803",
                    type.getSimpleName() + " has no attribute of that name with one value",
                    "there are: " + String.join(", ", attributes.keySet()),
                    origin,
                    name);
        }
        return attribute;
    }

    /**
     * Returns the attribute of that name.
     *
     * @throws InvalidAttributeException if there is none, or it is not to be changed
     */
    EntityAttribute changeable(String name) {
        EntityAttribute attribute = named(name);
        if (attribute.described().isId()
                || attribute.described().isVersion()
                || isModel() && OF_MODEL.contains(name)
                || attribute == deletedAt()
                || attribute.isKept()
                || !attribute.hasSetter()) {
            throw new InvalidAttributeException(
                    "DUET-804",
                    "the attribute " + name + " of " + type.getSimpleName() + " is not to be changed by its name",
                    "leave it out; only those can be that have a setter and are neither id nor version",
                    origin,
                    name);
        }
        return attribute;
    }
}
