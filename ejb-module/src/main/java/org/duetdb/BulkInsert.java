package org.duetdb;

import java.util.Collection;
import java.util.List;

/**
 * Inserts many rows into one table, in as few round trips as it takes, all or nothing: outside a transaction it is one
 * of its own. Made by {@link DbSession#into}, immutable, for the thread and the life of its session.
 *
 * <p>A row is a {@code Map} from column to value, or a record, whose components in camel case are columns in snake
 * case. Rows need not have the same columns: a column that a row leaves out takes its default. There may be any number
 * of rows, beyond the 65,535 parameters of one statement too. Values are taken as parameters are, see
 * {@link DbSession}.
 *
 * <p>Rows are inserted in their order, thousands by one statement: triggers for each statement run once for all of
 * these, triggers after each row when all of them are there.
 *
 * <p>Names are taken as they are written, and quoted. The table may be {@code schema.table}.
 */
public interface BulkInsert {

    /**
     * Leaves rows that exist as they are, and counts those that were inserted only. Of rows with the same key the first
     * one is inserted.
     *
     * <pre>{@code
     * long added = shop.into("users").skipExisting("email").insert(List.of(
     *         Map.of("name", "Ada", "email", "ada@example.org")));
     * }</pre>
     *
     * @param key the columns of the unique constraint that tells what exists; any constraint if none is named
     * @return this, with that in the place of what was said before about rows that exist
     * @throws InvalidStatementException if a name cannot be one
     */
    BulkInsert skipExisting(String... key);

    /**
     * Updates rows that exist with the columns that the new row has; columns that it leaves out stay as they are. A row
     * that has its key only changes nothing, and is inserted if there is none.
     *
     * <p>Rows whose keys are equal values of the same class are one row, in which of each column the last value counts.
     * Keys that are the same only to the database ({@code 1} and {@code 1.0}, {@code "a"} and {@code "A"} in a column
     * that ignores case) are refused, or stored one after the other if no statement holds both: write such keys alike.
     * A key with null is not the same as any other.
     *
     * <pre>{@code
     * long stored = shop.into("users").updateExisting("email").insert(List.of(
     *         Map.of("name", "Ada Lovelace", "email", "ada@example.org")));
     * }</pre>
     *
     * @param key the columns of the unique constraint that tells what exists; at least one, and every row has them
     * @return this, with that in the place of what was said before about rows that exist
     * @throws InvalidStatementException if no column is named, or a name cannot be one
     */
    BulkInsert updateExisting(String... key);

    /**
     * Inserts the rows.
     *
     * <pre>{@code
     * record NewUser(String name, String email) {}
     * long inserted = shop.into("users").insert(List.of(
     *         new NewUser("Grace", "grace@example.org"), new NewUser("Edsger", "edsger@example.org")));
     * }</pre>
     *
     * @return how many were inserted or updated; 0 for no rows
     * @throws InvalidStatementException if a row is neither a map nor a record, has no column, or lacks the key
     * @throws ConstraintViolationException if a row exists that is neither to be skipped nor updated
     */
    long insert(Collection<?> rows);

    /**
     * Inserts the rows and returns what the database made of them, in no order that could be relied on.
     *
     * <pre>{@code
     * List<Row> stored = shop.into("users").insertReturning(
     *         List.of(Map.of("name", "Barbara", "email", "barbara@example.org")), "id", "created_at");
     * }</pre>
     *
     * @param columns the columns to return; all if none is named
     * @return one row for each that was inserted or updated; empty for no rows
     * @throws InvalidStatementException if a row is neither a map nor a record, has no column, or lacks the key
     */
    List<Row> insertReturning(Collection<?> rows, String... columns);
}
