package org.duetdb;

import java.io.Serializable;
import java.util.StringJoiner;

/**
 * What the server said of an error, field by field (PostgreSQL, "Error and Notice Message Fields"). What it did not say
 * is null.
 *
 * <p><b>Values.</b> {@code message}, {@code detail}, {@code hint} and {@code where} may quote values of parameters and
 * of rows. They are for whoever asks for them knowingly: no message of Duet holds them where they could quote one, and
 * {@link #toString()} leaves them out.
 *
 * @param sqlState the five characters of the SQLSTATE; those of the driver where the server was not reached
 * @param severity {@code ERROR}, or {@code FATAL} and {@code PANIC} if the connection has ended with it, in the
 *     language of the server; null if the driver said it all
 * @param message what went wrong, in the words of the server, or of the driver in its place
 * @param detail more about it
 * @param hint what the server suggests
 * @param where the functions in which it happened, innermost first, or the parameter
 * @param schema the schema of the table or the type concerned
 * @param table the table concerned
 * @param column the column concerned
 * @param dataType the data type concerned
 * @param constraint the violated constraint
 * @param position where in the statement, counted in characters from 1; 0 if not said
 * @param internalPosition the same in a statement that a function made; 0 if not said
 */
public record ServerError(
        String sqlState,
        String severity,
        String message,
        String detail,
        String hint,
        String where,
        String schema,
        String table,
        String column,
        String dataType,
        String constraint,
        int position,
        int internalPosition)
        implements Serializable {

    /** Nothing is known: the failure did not come from a server. */
    public static final ServerError NONE = of(null, null);

    /**
     * Returns what is known where only the driver speaks: the SQLSTATE and its words, either of which may be null.
     *
     * <pre>{@code
     * boolean lost = ServerError.of("08006", "the connection was lost").isOfClass("08");
     * }</pre>
     */
    public static ServerError of(String sqlState, String message) {
        return new ServerError(sqlState, null, message, null, null, null, null, null, null, null, null, 0, 0);
    }

    /**
     * Returns whether the SQLSTATE is of that class, its first two characters.
     *
     * <pre>{@code
     * try {
     *     shop.execute("INSERT INTO users (name, email) VALUES ($1, $2)", "Alan", "alan@example.org");
     * } catch (DatabaseException failure) {
     *     boolean againstARule = failure.error().isOfClass("23");
     * }
     * }</pre>
     */
    public boolean isOfClass(String sqlStateClass) {
        return sqlState != null && sqlState.startsWith(sqlStateClass);
    }

    /** Returns the fields that name things and quote no values: safe for a log. */
    @Override
    public String toString() {
        StringJoiner fields = new StringJoiner(", ", "ServerError[", "]");
        add(fields, "sqlState", sqlState);
        add(fields, "severity", severity);
        add(fields, "schema", schema);
        add(fields, "table", table);
        add(fields, "column", column);
        add(fields, "dataType", dataType);
        add(fields, "constraint", constraint);
        add(fields, "position", position == 0 ? null : position);
        return fields.toString();
    }

    private static void add(StringJoiner fields, String name, Object value) {
        if (value != null) {
            fields.add(name + "=" + value);
        }
    }
}
