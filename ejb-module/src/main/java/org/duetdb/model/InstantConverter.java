package org.duetdb.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * A moment, for a column of type {@code timestamp with time zone}: not every provider knows {@link Instant}, which
 * Jakarta Persistence has from version 3.2 on.
 *
 * <pre>{@code
 * @Convert(converter = InstantConverter.class)
 * private Instant paidAt;
 * }</pre>
 */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Timestamp> {

    @Override
    public Timestamp convertToDatabaseColumn(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    @Override
    public Instant convertToEntityAttribute(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
