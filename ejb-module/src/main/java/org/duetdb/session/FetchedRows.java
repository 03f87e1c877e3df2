package org.duetdb.session;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a cursor of the server, so many at a time. */
final class FetchedRows {

    /** Gets the next rows from the server. */
    @FunctionalInterface
    interface Fetch {
        ResultSet rows() throws SQLException;
    }

    private final int fetchSize;
    private final Fetch fetch;
    private ResultSet fetched;
    private int read;

    /** Creates those of a cursor; nothing is fetched yet. */
    FetchedRows(int fetchSize, Fetch fetch) {
        this.fetchSize = fetchSize;
        this.fetch = fetch;
        this.read = fetchSize;
    }

    /** Returns the command that fetches from a cursor. */
    static String command(int fetchSize, String cursor) {
        return "FETCH FORWARD " + fetchSize + " FROM " + cursor;
    }

    /** Goes on to the next row. Returns the result that stands on it; null if there is none any more. */
    ResultSet next() throws SQLException {
        while (true) {
            if (fetched != null && fetched.next()) {
                read++;
                return fetched;
            }
            if (read < fetchSize) {
                return null;
            }
            fetched = fetch.rows();
            read = 0;
        }
    }
}
