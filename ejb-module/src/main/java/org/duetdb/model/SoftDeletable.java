package org.duetdb.model;

import java.time.Instant;

/**
 * An entity whose {@link Repository} marks it as deleted instead of deleting it. It has an attribute {@code deletedAt},
 * which is null as long as it is not. {@link SoftDeletableModel} has one.
 *
 * <p>What is marked is not found by the repository; the entity manager and SQL find it. A unique constraint counts it,
 * too, unless it is an index of the others only: {@code CREATE UNIQUE INDEX … WHERE deleted_at IS NULL}.
 */
public interface SoftDeletable {

    /**
     * Returns when it was deleted; null if it is not.
     *
     * <pre>{@code
     * public boolean isThere(SoftDeletable entity) {
     *     return entity.getDeletedAt() == null;
     * }
     * }</pre>
     */
    Instant getDeletedAt();

    /**
     * Marks it as deleted, or, by null, as there again. {@link Repository#delete} and {@link Repository#restore} do it.
     *
     * <pre>{@code
     * public void bringBack(SoftDeletable entity) {
     *     entity.setDeletedAt(null);
     * }
     * }</pre>
     */
    void setDeletedAt(Instant moment);
}
