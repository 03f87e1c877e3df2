package org.duetdb;

import java.util.Map;

/**
 * One row of a result: a read-only map from column label to value, in the order of the columns.
 *
 * <p>It is detached: it stays readable after the session has ended, and may be passed to other threads. SQL
 * {@code NULL} is {@code null} under a key that is present. The value types are those of {@link DbSession#query}.
 */
public interface Row extends Map<String, Object> {

    /**
     * Returns the value of a column as the given type. No conversion takes place.
     *
     * @return the value; null if it is SQL {@code NULL}
     * @throws InvalidStatementException if the row has no such column
     * @throws UnreadableValueException if the value is of another type
     */
    <T> T get(String column, Class<T> type);
}
