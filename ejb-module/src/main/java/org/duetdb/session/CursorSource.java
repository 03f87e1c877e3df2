package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Rows of a query outside the session's transactions, on a connection of its own. The driver fetches everything at once
 * from a connection that commits by itself, as these do; a cursor in a read-only transaction of the database does not.
 */
final class CursorSource implements RowSource {

    private static final String OPEN = "BEGIN READ ONLY; DECLARE duet_stream NO SCROLL CURSOR FOR ";

    private final Connection connection;
    private final FetchedRows rows;
    private Statement fetching;

    private CursorSource(Connection connection, int fetchSize) {
        String fetch = FetchedRows.command(fetchSize, "duet_stream");
        this.connection = connection;
        this.rows = new FetchedRows(fetchSize, () -> fetching.executeQuery(fetch));
    }

    /** Takes the connection over, which is given back by {@link #close()}, or here if this fails. */
    static CursorSource open(Connection connection, StreamedStatement streamed) throws SQLException {
        CursorSource source = new CursorSource(connection, streamed.fetchSize());
        try (PreparedStatement cursor = connection.prepareStatement(OPEN + streamed.jdbc())) {
            streamed.bind(cursor);
            cursor.execute();
            // not prepared: the driver would take the columns of an earlier cursor for those of this one
            source.fetching = connection.createStatement();
            return source;
        } catch (SQLException | RuntimeException failure) {
            try (source) {
                throw failure;
            }
        }
    }

    @Override
    public ResultSet next() throws SQLException {
        return rows.next();
    }

    /** It has written nothing: to roll back is the end that is right in every state. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement end = connection.createStatement()) {
            if (fetching != null) {
                fetching.close();
            }
            end.execute("ROLLBACK");
        }
    }
}
