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
 * Row user = shop.queryOne("SELECT id, name, active, created_at FROM users WHERE id = $1", 1);
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
     * Row user = shop.queryOne("SELECT name, settings FROM users WHERE id = $1", 1);
     * Map<?, ?> settings = user.get("settings", Map.class);
     * }</pre>
     *
     * @return the value; null if it is SQL {@code NULL}
     * @throws InvalidStatementException if the row has no such column
     * @throws UnreadableValueException if the value is of another type, or does not fit
     */
    <T> T get(String column, Class<T> type);

    /**
     * Returns the value of a column as a {@code String}.
     *
     * <pre>{@code
     * String name = shop.queryOne("SELECT name FROM users WHERE id = $1", 1).asString("name");
     * }</pre>
     */
    default String asString(String column) {
        return get(column, String.class);
    }

    /**
     * Returns the value of a column as an {@code Integer}.
     *
     * <pre>{@code
     * int users = shop.queryOne("SELECT count(*)::int AS users FROM users").asInt("users");
     * }</pre>
     */
    default Integer asInt(String column) {
        return get(column, Integer.class);
    }

    /**
     * Returns the value of a column as a {@code Long}.
     *
     * <pre>{@code
     * long users = shop.queryOne("SELECT count(*) AS users FROM users").asLong("users");
     * }</pre>
     */
    default Long asLong(String column) {
        return get(column, Long.class);
    }

    /**
     * Returns the value of a column as a {@code Double}.
     *
     * <pre>{@code
     * double share = shop.queryOne("SELECT avg(active::int)::float8 AS share FROM users").asDouble("share");
     * }</pre>
     */
    default Double asDouble(String column) {
        return get(column, Double.class);
    }

    /**
     * Returns the value of a column as a {@code BigDecimal}.
     *
     * <pre>{@code
     * BigDecimal total = shop.queryOne("SELECT sum(balance) AS total FROM accounts").asBigDecimal("total");
     * }</pre>
     */
    default BigDecimal asBigDecimal(String column) {
        return get(column, BigDecimal.class);
    }

    /**
     * Returns the value of a column as a {@code Boolean}.
     *
     * <pre>{@code
     * boolean active = shop.queryOne("SELECT active FROM users WHERE id = $1", 1).asBoolean("active");
     * }</pre>
     */
    default Boolean asBoolean(String column) {
        return get(column, Boolean.class);
    }

    /**
     * Returns the value of a column as a {@code UUID}.
     *
     * <pre>{@code
     * UUID key = shop.queryOne("SELECT gen_random_uuid() AS key").asUuid("key");
     * }</pre>
     */
    default UUID asUuid(String column) {
        return get(column, UUID.class);
    }

    /**
     * Returns the value of a column as a {@code LocalDate}.
     *
     * <pre>{@code
     * LocalDate today = shop.queryOne("SELECT current_date AS today").asLocalDate("today");
     * }</pre>
     */
    default LocalDate asLocalDate(String column) {
        return get(column, LocalDate.class);
    }

    /**
     * Returns the value of a column as a {@code LocalDateTime}.
     *
     * <pre>{@code
     * LocalDateTime now = shop.queryOne("SELECT localtimestamp AS now").asLocalDateTime("now");
     * }</pre>
     */
    default LocalDateTime asLocalDateTime(String column) {
        return get(column, LocalDateTime.class);
    }

    /**
     * Returns the value of a column as an {@code OffsetDateTime}.
     *
     * <pre>{@code
     * OffsetDateTime since = shop.queryOne("SELECT min(created_at) AS since FROM users").asOffsetDateTime("since");
     * }</pre>
     */
    default OffsetDateTime asOffsetDateTime(String column) {
        return get(column, OffsetDateTime.class);
    }

    /**
     * Returns the value of a column as an {@code Instant}.
     *
     * <pre>{@code
     * Instant since = shop.queryOne("SELECT min(created_at) AS since FROM users").asInstant("since");
     * }</pre>
     */
    default Instant asInstant(String column) {
        return get(column, Instant.class);
    }

    /**
     * Returns the value of a column as a {@code byte[]}.
     *
     * <pre>{@code
     * byte[] hash = shop.queryOne("SELECT sha256(convert_to($1, 'UTF8')) AS hash", "Ada").asBytes("hash");
     * }</pre>
     */
    default byte[] asBytes(String column) {
        return get(column, byte[].class);
    }

    /**
     * Returns the value of a column, an array or a JSON array, as a {@code List}.
     *
     * <pre>{@code
     * List<?> names = shop.queryOne("SELECT array_agg(name) AS names FROM users").asList("names");
     * }</pre>
     */
    default List<?> asList(String column) {
        return get(column, List.class);
    }

    /**
     * Returns the value of a column, a JSON object, as a {@code Map}.
     *
     * <pre>{@code
     * Map<?, ?> settings = shop.queryOne("SELECT settings FROM users WHERE id = $1", 1).asMap("settings");
     * }</pre>
     */
    default Map<?, ?> asMap(String column) {
        return get(column, Map.class);
    }
}
