package org.duetdb.model;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duetdb.InvalidStatementException;
import org.duetdb.session.InsertConflict;
import org.duetdb.session.JdbcDbSession;

/**
 * Stores an entity of which there may be one already, by one {@code INSERT … ON CONFLICT}: nobody else can come
 * between, and no failure makes the transaction roll back.
 *
 * @param entities the entity manager
 * @param session that which the entity manager shares connections with; null if there is none
 * @param description the entity's class
 * @param key the attributes that a unique constraint is on
 */
record EntityInsertion(
        EntityManager entities, JdbcDbSession session, EntityDescription description, List<EntityAttribute> key) {

    /**
     * Creates one.
     *
     * @throws InvalidStatementException if it cannot be done with such entities
     */
    static EntityInsertion of(
            EntityManager entities, JdbcDbSession session, EntityDescription description, String... key) {
        if (key.length == 0) {
            throw refusal(
                    description,
                    "DUET-806",
                    "no attribute says which one is the same",
                    "name those of a unique constraint");
        }
        if (description.id().isMadeByTheDatabase()) {
            throw refusal(
                    description,
                    "DUET-807",
                    "the database makes the ids of these entities, and would not tell that of one that is there",
                    "derive them from Model, or use a sequence");
        }
        return new EntityInsertion(
                entities,
                session,
                description,
                Arrays.stream(key).map(description::named).toList());
    }

    private static InvalidStatementException refusal(
            EntityDescription description, String code, String what, String remedy) {
        return new InvalidStatementException(code, what, remedy, description.origin(), null);
    }

    /** Returns the values of the key. */
    Map<String, Object> keyOf(Object entity) {
        Map<String, Object> values = new LinkedHashMap<>();
        key.forEach(attribute -> values.put(attribute.name(), attribute.read(entity)));
        return values;
    }

    /** Inserts it unless there is one; returns whether it did. */
    boolean insert(Object entity) {
        return store(entity, new InsertConflict(columns(), live(), false, Set.of(), null));
    }

    /** Inserts it, or overwrites the one that is there. */
    void insertOrOverwrite(Object entity) {
        EntityAttribute version = description.version();
        store(entity, new InsertConflict(columns(), live(), true, kept(), version == null ? null : version.column()));
    }

    private boolean store(Object entity, InsertConflict conflict) {
        entities.flush();
        if (session == null) {
            throw refusal(
                    description,
                    "DUET-808",
                    "the entity manager has no session to insert by",
                    "use one that is injected by @Database, within a request");
        }
        return session.inserting(conflict, () -> {
            entities.persist(entity);
            entities.flush();
        });
    }

    private List<String> columns() {
        return key.stream().map(EntityAttribute::column).toList();
    }

    private String live() {
        EntityAttribute deletedAt = description.deletedAt();
        return deletedAt == null ? null : deletedAt.column();
    }

    private Set<String> kept() {
        return description.stream()
                .filter(attribute -> attribute.described().isId() || attribute.isKept())
                .map(EntityAttribute::column)
                .collect(Collectors.toSet());
    }
}
