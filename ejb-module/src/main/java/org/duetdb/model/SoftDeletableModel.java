package org.duetdb.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** A {@link Model} that can be marked as deleted. The column is {@code deleted_at}. */
@MappedSuperclass
public abstract class SoftDeletableModel extends Model implements SoftDeletable {

    @Column(name = "deleted_at", columnDefinition = "timestamp with time zone")
    @Convert(converter = InstantConverter.class)
    private Instant deletedAt;

    /** For entities. */
    protected SoftDeletableModel() {}

    @Override
    public Instant getDeletedAt() {
        return deletedAt;
    }

    @Override
    public void setDeletedAt(Instant moment) {
        deletedAt = moment;
    }
}
