package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rows of a query of the read role in somebody else's transaction: a cursor, each part of which is fetched read-only,
 * so that its owner can write in between.
 */
final class NestedCursorSource implements RowSource {

    private static final AtomicLong NAMES = new AtomicLong();

    private final String name = "duet_stream_" + NAMES.incrementAndGet();
    private final FetchedRows rows;
    private Statement fetching;

    private NestedCursorSource(Connection connection, SessionParticipant participant, int fetchSize) {
        String fetch = FetchedRows.command(fetchSize, name);
        this.rows =
                new FetchedRows(fetchSize, () -> participant.inside(connection, lent -> fetching.executeQuery(fetch)));
    }

    /** The connection stays its owner's. */
    static NestedCursorSource open(Connection connection, StreamedStatement streamed, SessionParticipant participant)
            throws SQLException {
        NestedCursorSource source = new NestedCursorSource(connection, participant, streamed.fetchSize());
        String declaration = "DECLARE " + source.name + " NO SCROLL CURSOR FOR " + streamed.jdbc();
        participant.inside(connection, lent -> {
            try (PreparedStatement cursor = lent.prepareStatement(declaration)) {
                streamed.bind(cursor);
                return cursor.execute();
            }
        });
        // not prepared: the driver would take the columns of an earlier cursor for those of this one
        source.fetching = connection.createStatement();
        return source;
    }

    @Override
    public ResultSet next() throws SQLException {
        return rows.next();
    }

    @Override
    public void close() throws SQLException {
        try (Statement closing = fetching) {
            closing.execute("CLOSE " + name);
        }
    }

    /** The cursor ends with the transaction. */
    @Override
    public void abandon() throws SQLException {
        fetching.close();
    }
}
