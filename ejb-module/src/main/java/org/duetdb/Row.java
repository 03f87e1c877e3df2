package org.duetdb;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One row of a result: a read-only map from column label to value, in the order of the columns.
 *
 * <p>It is detached: it stays readable after the session has ended, and may be passed to other threads. SQL
 * {@code NULL} is {@code null} under a key that is present. The value types are those of {@link DbSession}.
 *
 * <p>The accessors {@code as…} convert where nothing can be lost: a {@code bigint} that is small enough is an
 * {@code Integer} too. They return null for SQL {@code NULL}. Each throws {@link InvalidStatementException} if the row
 * has no such column, and {@link UnreadableValueException} if the value is not of that type.
 *
 * <pre>{@code
 * Row user = shop.queryOne("SELECT id, name, active, created_at FROM users WHERE email = $1", "ada@example.org");
 * long id = user.asLong("id");
 * String name = user.asString("name");
 * Instant since = user.asInstant("created_at");
 * }</pre>
 */
public interface Row extends Map<String, Object> {

    /**
     * Returns the value of a column as the given type, converted where nothing can be lost.
     *
     * <pre>{@code
     * Row user = shop.queryOne("SELECT name, settings FROM users WHERE email = $1", "ada@example.org");
     * Map<?, ?> settings = user.get("settings", Map.class);
     * }</pre>
     *
     * @return the value; null if it is SQL {@code NULL}
     * @throws InvalidStatementException if the row has no such column
     * @throws UnreadableValueException if the value is of another type, or does not fit
     */
    <T> T get(String column, Class<T> type);

    /** Returns the value of a column as a {@code String}. */
    default String asString(String column) {
        return get(column, String.class);
    }

    /** Returns the value of a column as an {@code Integer}. */
    default Integer asInt(String column) {
        return get(column, Integer.class);
    }

    /** Returns the value of a column as a {@code Long}. */
    default Long asLong(String column) {
        return get(column, Long.class);
    }

    /** Returns the value of a column as a {@code Double}. */
    default Double asDouble(String column) {
        return get(column, Double.class);
    }

    /** Returns the value of a column as a {@code BigDecimal}. */
    default BigDecimal asBigDecimal(String column) {
        return get(column, BigDecimal.class);
    }

    /** Returns the value of a column as a {@code Boolean}. */
    default Boolean asBoolean(String column) {
        return get(column, Boolean.class);
    }

    /** Returns the value of a column as a {@code UUID}. */
    default UUID asUuid(String column) {
        return get(column, UUID.class);
    }

    /** Returns the value of a column as a {@code LocalDate}. */
    default LocalDate asLocalDate(String column) {
        return get(column, LocalDate.class);
    }

    /** Returns the value of a column as a {@code LocalDateTime}. */
    default LocalDateTime asLocalDateTime(String column) {
        return get(column, LocalDateTime.class);
    }

    /** Returns the value of a column as an {@code OffsetDateTime}. */
    default OffsetDateTime asOffsetDateTime(String column) {
        return get(column, OffsetDateTime.class);
    }

    /** Returns the value of a column as an {@code Instant}. */
    default Instant asInstant(String column) {
        return get(column, Instant.class);
    }

    /** Returns the value of a column as a {@code byte[]}. */
    default byte[] asBytes(String column) {
        return get(column, byte[].class);
    }

    /** Returns the value of a column, an array or a JSON array, as a {@code List}. */
    default List<?> asList(String column) {
        return get(column, List.class);
    }

    /** Returns the value of a column, a JSON object, as a {@code Map}. */
    default Map<?, ?> asMap(String column) {
        return get(column, Map.class);
    }
}
