package org.duetdb;

import java.io.Serializable;

/**
 * What the server said of an error, field by field (PostgreSQL, "Error and Notice Message Fields"). What it did not say
 * is null.
 *
 * @param sqlState the five characters of the SQLSTATE; those of the driver where the server was not reached
 * @param constraint the violated constraint
 * @param table the table concerned
 * @param column the column concerned
 * @param detail more about the error; it may quote values, which is why no message of Duet holds it
 * @param hint what the server suggests
 * @param position where in the statement, counted in characters from 1; 0 if not said
 */
public record ServerError(
        String sqlState, String constraint, String table, String column, String detail, String hint, int position)
        implements Serializable {

    /** Nothing is known: the failure did not come from a server. */
    public static final ServerError NONE = new ServerError(null, null, null, null, null, null, 0);

    /** Returns whether the SQLSTATE is of that class, its first two characters. */
    public boolean isOfClass(String sqlStateClass) {
        return sqlState != null && sqlState.startsWith(sqlStateClass);
    }
}
