package org.duetdb.model;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duetdb.DbSession;
import org.duetdb.InvalidStatementException;
import org.duetdb.NoRowException;
import org.duetdb.Origin;
import org.duetdb.Role;
import org.duetdb.persistence.DatabaseEntities;
import org.duetdb.session.JdbcDbSession;

/**
 * The everyday work with the entities of one class, over an entity manager: in its persistence context and transaction,
 * and with its role.
 *
 * <pre>{@code
 * Visit visit = visits.create(new Visit("/prices"));
 * visits.update(visit.getId(), Map.of("page", "/offers"));
 * List<Visit> latest = visits.list(10, 0, "createdAt desc");
 * }</pre>
 *
 * <p>It is injected as it is, by {@code @Inject @Database(alias = "analytics") Repository<Visit, UUID> visits}, or
 * derived from:
 *
 * <pre>{@code
 * @Dependent
 * public class Visits extends Repository<Visit, UUID> {
 *     @Inject
 *     public Visits(@Database(alias = "analytics") EntityManager entities) {
 *         super(Visit.class, entities);
 *     }
 * }
 * }</pre>
 *
 * <p>Methods that write do so in the transaction if there is one, and else, within requests, in one of their own, after
 * which entities are detached. They flush, so that what the database has against it is thrown by them, and refuse the
 * read role. All methods throw the exceptions of sessions, not those of a provider around them; a database that is away
 * is never an empty result. Maps that choose entities or change them are keyed by the names of attributes. Their values
 * may come from a JSON document: a number becomes what holds it exactly, a text a UUID, an enum's constant, or a class
 * of {@code java.time} if the attribute is one; null stands for null.
 *
 * <p>Entities that are {@link SoftDeletable} and marked as deleted are not found.
 *
 * <p>For use by any thread, if the entity manager is injected.
 *
 * @param <E> the entity; its id has one basic attribute
 * @param <K> the class of its id
 */
public class Repository<E, K> {

    private final Class<E> type;
    private final EntityManager entities;
    private final Origin origin;
    private volatile EntityDescription description;

    /** For the client proxies of subclasses that have a normal scope. */
    protected Repository() {
        this(null, null);
    }

    /**
     * Creates a repository; nothing is asked yet.
     *
     * @param type the class of its entities
     * @param entities an entity manager of the persistence unit that the class belongs to
     */
    public Repository(Class<E> type, EntityManager entities) {
        this.type = type;
        this.entities = entities;
        this.origin = entities instanceof DatabaseEntities injected ? injected.origin() : Origin.NONE;
    }

    /**
     * Returns the entity of that id; empty if there is none.
     *
     * <pre>{@code
     * UUID id = UUID.randomUUID();
     * String page = visits.find(id).map(Visit::getPage).orElse("none");
     * }</pre>
     */
    public Optional<E> find(K id) {
        return Optional.ofNullable(asking(() -> entities.find(type, id))).filter(this::isLive);
    }

    /**
     * Returns the entity of that id.
     *
     * <pre>{@code
     * UUID id = visits.create(new Visit("/prices")).getId();
     * Visit visit = visits.get(id);
     * }</pre>
     *
     * @throws NoRowException if there is none
     */
    public E get(K id) {
        return find(id).orElseThrow(this::none);
    }

    /**
     * Returns entities: of {@link Model}s the oldest first, of others those with the least id.
     *
     * <pre>{@code
     * List<Visit> secondPage = visits.list(20, 20);
     * }</pre>
     *
     * @param limit at most how many
     * @param offset how many of them to leave out at the beginning
     * @param order names of attributes, each of which may be followed by {@code desc}; the id decides where they are
     *     the same
     * @return in this order; empty if there is none
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute
     */
    public List<E> list(int limit, int offset, String... order) {
        return list(Map.of(), limit, offset, order);
    }

    /**
     * Returns the entities that have these values.
     *
     * <pre>{@code
     * List<Visit> latest = visits.list(Map.of("page", List.of("/prices", "/offers")), 10, 0, "createdAt desc");
     * }</pre>
     *
     * @param values by attribute; a collection stands for one of its values
     * @param limit at most how many
     * @param offset how many of them to leave out at the beginning
     * @param order as in {@link #list(int, int, String...)}
     * @return in this order; empty if there is none
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute, or it cannot have such a value
     */
    public List<E> list(Map<String, ?> values, int limit, int offset, String... order) {
        if (limit < 0 || offset < 0) {
            throw new InvalidStatementException(
                    "DUET-809", "limit and offset cannot be negative", "ask for 0 or more", origin, null);
        }
        return asking(() -> selection().list(values, limit, offset, List.of(order)));
    }

    /**
     * Returns how many entities there are.
     *
     * <pre>{@code
     * long all = visits.count();
     * }</pre>
     */
    public long count() {
        return count(Map.of());
    }

    /**
     * Returns how many entities have these values.
     *
     * <pre>{@code
     * long ofPrices = visits.count(Map.of("page", "/prices"));
     * }</pre>
     *
     * @param values as in {@link #list(Map, int, int, String...)}
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute, or it cannot have such a value
     */
    public long count(Map<String, ?> values) {
        return asking(() -> selection().count(values));
    }

    /**
     * Returns whether there is an entity of that id.
     *
     * <pre>{@code
     * boolean known = visits.exists(UUID.randomUUID());
     * }</pre>
     */
    public boolean exists(K id) {
        return find(id).isPresent();
    }

    /**
     * Returns whether an entity has these values.
     *
     * <pre>{@code
     * boolean visited = visits.exists(Map.of("page", "/prices"));
     * }</pre>
     *
     * @param values as in {@link #list(Map, int, int, String...)}
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute, or it cannot have such a value
     */
    public boolean exists(Map<String, ?> values) {
        return !list(values, 1, 0).isEmpty();
    }

    /**
     * Persists a new entity.
     *
     * <pre>{@code
     * UUID id = visits.create(new Visit("/prices")).getId();
     * }</pre>
     *
     * @return the same object
     */
    public E create(E entity) {
        createAll(List.of(entity));
        return entity;
    }

    /**
     * Persists new entities: all, or the transaction can only roll back.
     *
     * <pre>{@code
     * visits.createAll(List.of(new Visit("/prices"), new Visit("/offers")));
     * }</pre>
     *
     * @return the same objects
     */
    public List<E> createAll(Collection<? extends E> all) {
        return writing(() -> {
            all.forEach(entities::persist);
            entities.flush();
            return List.copyOf(all);
        });
    }

    /**
     * Returns the entity that has the same values in these attributes, or persists the given one if there is none.
     * Whoever else does so at the same time gets the same entity. One that is marked as deleted is restored if the
     * unique constraint counts it.
     *
     * <pre>{@code
     * Obtained<Visit> visit = visits.getOrCreate(new Visit("/prices"), "page");
     * System.out.println(visit.created() ? "for the first time" : "again");
     * }</pre>
     *
     * @param entity a new one
     * @param key the attributes of a unique constraint
     * @throws InvalidStatementException if the database makes the ids, or more would be written than one row
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute
     */
    public Obtained<E> getOrCreate(E entity, String... key) {
        return writing(() -> {
            EntityInsertion insertion = EntityInsertion.of(entities, session(), description(), key);
            Map<String, Object> same = insertion.keyOf(entity);
            Optional<E> known = selection().list(same, 1, 0, List.of()).stream().findFirst();
            if (known.isPresent()) {
                return new Obtained<>(known.get(), false);
            }
            if (insertion.insert(entity)) {
                return new Obtained<>(entity, true);
            }
            entities.detach(entity);
            return new Obtained<>(there(same), false);
        });
    }

    /**
     * Persists the entity, or, if there is one with the same values in these attributes, overwrites that: all columns
     * but those of its key, its id, and those that are {@code updatable = false}. A version is counted on.
     *
     * <pre>{@code
     * Visit visit = visits.upsert(new Visit("/prices"), "page");
     * }</pre>
     *
     * @param entity a new one
     * @param key the attributes of a unique constraint
     * @return the entity that is there now; it may be another object
     * @throws InvalidStatementException if the database makes the ids, or more would be written than one row
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute
     */
    public E upsert(E entity, String... key) {
        return writing(() -> {
            EntityInsertion insertion = EntityInsertion.of(entities, session(), description(), key);
            insertion.insertOrOverwrite(entity);
            entities.detach(entity);
            return there(insertion.keyOf(entity));
        });
    }

    /**
     * Changes attributes by their setters. All names and values are looked at before the first is set.
     *
     * <pre>{@code
     * Visit visit = visits.create(new Visit("/prices"));
     * visits.update(visit.getId(), Map.of("page", "/offers"));
     * }</pre>
     *
     * @param changes by attribute
     * @return the entity
     * @throws NoRowException if there is none
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute, it is the id, the version, one that
     *     {@link Model} keeps, {@code updatable = false} or without a setter, or cannot have such a value
     * @throws jakarta.persistence.OptimisticLockException if it has a version, and others have changed it meanwhile
     */
    public E update(K id, Map<String, ?> changes) {
        return writing(() -> {
            E entity = get(id);
            Map<EntityAttribute, Object> values = new LinkedHashMap<>();
            changes.forEach((name, value) -> {
                EntityAttribute attribute = description().changeable(name);
                values.put(attribute, AttributeValue.of(value, attribute, origin));
            });
            values.forEach((attribute, value) -> attribute.write(entity, value));
            entities.flush();
            return entity;
        });
    }

    /**
     * Deletes the entity of that id, or marks it as deleted if it is {@link SoftDeletable}.
     *
     * <pre>{@code
     * Visit visit = visits.create(new Visit("/prices"));
     * visits.delete(visit.getId());
     * }</pre>
     *
     * @throws NoRowException if there is none
     */
    public void delete(K id) {
        writing(() -> {
            E entity = get(id);
            if (entity instanceof SoftDeletable markable) {
                markable.setDeletedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
            } else {
                entities.remove(entity);
            }
            entities.flush();
            return null;
        });
    }

    /**
     * Takes the mark off an entity that is marked as deleted. One that is not stays as it is.
     *
     * <pre>{@code
     * Visit visit = visits.create(new Visit("/prices"));
     * visits.delete(visit.getId());
     * visits.restore(visit.getId());
     * }</pre>
     *
     * @return the entity
     * @throws NoRowException if there is none, marked or not
     */
    public E restore(K id) {
        return writing(() -> {
            E entity = Optional.ofNullable(entities.find(type, id)).orElseThrow(this::none);
            unmark(entity);
            return entity;
        });
    }

    /**
     * Returns the attributes that have one value, by their names, the id first: of another entity its id, embedded
     * objects as they are.
     *
     * <pre>{@code
     * Map<String, Object> brief = visits.toMap(visits.create(new Visit("/prices")), "id", "page");
     * }</pre>
     *
     * @param includes the names of those to return; all if there is none
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute
     */
    public Map<String, Object> toMap(E entity, String... includes) {
        return asking(() -> {
            Set<String> names = includes.length == 0 ? description().names() : named(includes);
            return map(entity, attribute -> names.contains(attribute.name()));
        });
    }

    /**
     * Returns all attributes but these, as {@link #toMap} does.
     *
     * <pre>{@code
     * Map<String, Object> all = visits.toMapWithout(visits.create(new Visit("/prices")), "createdAt", "updatedAt");
     * }</pre>
     *
     * @throws org.duetdb.InvalidAttributeException if there is no such attribute
     */
    public Map<String, Object> toMapWithout(E entity, String... excludes) {
        return asking(() -> {
            Set<String> names = named(excludes);
            return map(entity, attribute -> !names.contains(attribute.name()));
        });
    }

    private Set<String> named(String... names) {
        return Stream.of(names).map(name -> description().named(name).name()).collect(Collectors.toSet());
    }

    private Map<String, Object> map(E entity, Predicate<EntityAttribute> wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        description().stream().filter(wanted).forEach(attribute -> {
            Object value = attribute.read(entity);
            values.put(
                    attribute.name(),
                    value != null && attribute.isAssociation()
                            ? entities.getEntityManagerFactory()
                                    .getPersistenceUnitUtil()
                                    .getIdentifier(value)
                            : value);
        });
        return values;
    }

    /** Returns the one that stands in the way of another, as it is now. */
    private E there(Map<String, Object> key) {
        List<E> all = selection().listAll(key);
        E entity = all.stream()
                .filter(this::isLive)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(this::none);
        entities.refresh(entity);
        unmark(entity);
        return entity;
    }

    private void unmark(E entity) {
        if (!isLive(entity)) {
            ((SoftDeletable) entity).setDeletedAt(null);
            entities.flush();
        }
    }

    private boolean isLive(E entity) {
        return !(entity instanceof SoftDeletable markable) || markable.getDeletedAt() == null;
    }

    private NoRowException none() {
        return new NoRowException(
                "DUET-810", "there is no such " + type.getSimpleName(), "use find() where it may be missing", origin);
    }

    private EntitySelection<E> selection() {
        return new EntitySelection<>(entities, type, description());
    }

    private EntityDescription description() {
        EntityDescription known = description;
        if (known == null) {
            known = EntityDescription.of(type, entities.getMetamodel(), origin);
            description = known;
        }
        return known;
    }

    private <T> T asking(Supplier<T> work) {
        return ProviderFailures.unwrapped(work);
    }

    /** Returns the session that the entity manager shares connections with; null if there is none. */
    private JdbcDbSession session() {
        return entities instanceof DatabaseEntities injected ? injected.session() : null;
    }

    private <T> T writing(Supplier<T> work) {
        DbSession session = session();
        return session == null || session.role() == Role.READ || session.isInTransaction()
                ? asking(work)
                : session.transaction(() -> asking(work));
    }
}
