package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a stream gets its rows from, some at a time. */
interface RowSource extends AutoCloseable {

    /** Goes on to the next row. Returns the result that stands on it; null if there is none any more. */
    ResultSet next() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Ends it after its transaction has ended, or in the place of whoever should have closed it. */
    default void abandon() throws SQLException {
        close();
    }
}
