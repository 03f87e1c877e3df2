package org.duetdb.model;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The queries of a repository: entities whose attributes have the given values (Jakarta Persistence 3.1 chapter 6).
 *
 * @param <E> the entity
 */
final class EntitySelection<E> {

    private static final String DESCENDING = " desc";

    private final EntityManager entities;
    private final Class<E> type;
    private final EntityDescription description;
    private final CriteriaBuilder criteria;

    EntitySelection(EntityManager entities, Class<E> type, EntityDescription description) {
        this.entities = entities;
        this.type = type;
        this.description = description;
        this.criteria = entities.getCriteriaBuilder();
    }

    /** Returns those that are not marked as deleted, in an order that leaves nothing to chance. */
    List<E> list(Map<String, ?> values, int limit, int offset, List<String> order) {
        if (limit == 0) {
            return List.of();
        }
        TypedQuery<E> query = query(
                type,
                (result, root) -> result.select(root).where(live(root, values)).orderBy(order(root, order)));
        return query.setMaxResults(limit).setFirstResult(offset).getResultList();
    }

    /** Returns those that have these values, marked as deleted or not. */
    List<E> listAll(Map<String, ?> values) {
        return query(
                        type,
                        (result, root) -> result.select(root)
                                .where(predicates(root, values).toArray(Predicate[]::new)))
                .getResultList();
    }

    long count(Map<String, ?> values) {
        return query(
                        Long.class,
                        (result, root) -> result.select(criteria.count(root)).where(live(root, values)))
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(Class<T> wanted, BiFunction<CriteriaQuery<T>, Root<E>, CriteriaQuery<T>> complete) {
        CriteriaQuery<T> query = criteria.createQuery(wanted);
        return entities.createQuery(complete.apply(query, query.from(type)));
    }

    private Predicate[] live(Root<E> root, Map<String, ?> values) {
        List<Predicate> all = predicates(root, values);
        EntityAttribute deletedAt = description.deletedAt();
        if (deletedAt != null) {
            all.add(root.get(deletedAt.name()).isNull());
        }
        return all.toArray(Predicate[]::new);
    }

    private List<Predicate> predicates(Root<E> root, Map<String, ?> values) {
        List<Predicate> all = new ArrayList<>();
        values.forEach((name, value) -> all.add(predicate(root, description.named(name), value)));
        return all;
    }

    private Predicate predicate(Root<E> root, EntityAttribute attribute, Object value) {
        Path<?> path = root.get(attribute.name());
        if (value == null) {
            return path.isNull();
        } else if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? criteria.disjunction()
                    : path.in(several.stream()
                            .map(one -> AttributeValue.of(one, attribute, description.origin()))
                            .toList());
        }
        return criteria.equal(path, AttributeValue.of(value, attribute, description.origin()));
    }

    private List<Order> order(Root<E> root, List<String> wanted) {
        List<String> names = wanted.isEmpty() && description.isModel() ? List.of("createdAt") : wanted;
        String id = description.id().name();
        Set<String> used = new HashSet<>();
        return Stream.concat(names.stream(), Stream.of(id))
                .filter(entry -> used.add(attribute(entry)))
                .map(entry -> order(root, entry))
                .toList();
    }

    private Order order(Root<E> root, String entry) {
        Path<?> path = root.get(attribute(entry));
        return isDescending(entry) ? criteria.desc(path) : criteria.asc(path);
    }

    private String attribute(String entry) {
        String name = entry.strip();
        EntityAttribute attribute = description.named(
                isDescending(entry)
                        ? name.substring(0, name.length() - DESCENDING.length()).strip()
                        : name);
        return attribute.name();
    }

    private static boolean isDescending(String entry) {
        return entry.strip().toLowerCase(Locale.ROOT).endsWith(DESCENDING);
    }
}
