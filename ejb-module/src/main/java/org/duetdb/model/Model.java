package org.duetdb.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What an entity may be derived from: an id, and the moments of its creation and of its last change, which the provider
 * keeps (Jakarta Persistence 3.1 §2.11.2, §3.5).
 *
 * <pre>{@code
 * @Entity
 * public class Visit extends Model {
 *     private String page;
 *     // constructors, getters, setters
 * }
 * }</pre>
 *
 * <p>The columns are {@code id}, {@code created_at} and {@code updated_at}. Moments are those of the application's
 * clock, to the microsecond, as the server keeps them. SQL, and JPQL that updates in bulk, leave {@code updated_at} as
 * it is.
 */
@MappedSuperclass
public abstract class Model {

    /** From the beginning: EclipseLink 4.0.1 cannot do with a UUID that is null. */
    @Id
    @Column(columnDefinition = "uuid")
    private UUID id = UUID.randomUUID();

    @Column(name = "created_at", nullable = false, updatable = false, columnDefinition = "timestamp with time zone")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false, columnDefinition = "timestamp with time zone")
    @Convert(converter = InstantConverter.class)
    private Instant updatedAt;

    /** For entities. */
    protected Model() {}

    /**
     * Returns what it is found by, a random UUID that it has from the beginning.
     *
     * <pre>{@code
     * UUID id = visits.create(new Visit("/prices")).getId();
     * }</pre>
     */
    public UUID getId() {
        return id;
    }

    /**
     * Returns when it was persisted; null before that.
     *
     * <pre>{@code
     * Instant created = visits.create(new Visit("/prices")).getCreatedAt();
     * }</pre>
     */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /**
     * Returns when it was persisted, or last changed; null before the first.
     *
     * <pre>{@code
     * Visit visit = visits.create(new Visit("/prices"));
     * visits.update(visit.getId(), Map.of("page", "/offers"));
     * Instant changed = visit.getUpdatedAt();
     * }</pre>
     */
    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /** Called by the provider. */
    @PrePersist
    protected void created() {
        createdAt = now();
        updatedAt = createdAt;
    }

    /** Called by the provider. */
    @PreUpdate
    protected void updated() {
        updatedAt = now();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
