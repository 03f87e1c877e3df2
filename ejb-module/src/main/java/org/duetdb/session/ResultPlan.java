package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duetdb.Origin;
import org.duetdb.UnreadableValueException;

/**
 * How the rows of a result are read: made for the columns of one, and used again for every result that has the same.
 * Immutable, for use by any thread.
 *
 * @param <T> what is made of a row
 */
interface ResultPlan<T> {

    /** Returns the columns that it was made for. */
    ResultColumns columns();

    /**
     * Makes something of the current row.
     *
     * @throws UnreadableValueException if a value cannot be read as what it is to be
     */
    T read(ResultSet result, Origin origin) throws SQLException;
}
