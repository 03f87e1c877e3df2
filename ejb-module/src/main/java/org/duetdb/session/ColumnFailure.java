package org.duetdb.session;

import java.sql.SQLException;

/** Tells a value that cannot be read from a connection that was lost while reading. */
final class ColumnFailure {

    private ColumnFailure() {}

    /**
     * Returns what to throw for a value that cannot be read.
     *
     * @throws SQLException if it is the connection that failed
     */
    static UnreadableColumn of(Throwable failure, String label) throws SQLException {
        if (failure instanceof SQLException lost
                && lost.getSQLState() != null
                && lost.getSQLState().startsWith("08")) {
            throw lost;
        }
        return new UnreadableColumn("a value of column " + label + " cannot be read as its type");
    }
}
