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

    private final Connection connection;
    private final SessionParticipant participant;
    private final String name;
    private final int fetchSize;
    private Statement fetching;
    private ResultSet fetched;
    private int read;

    private NestedCursorSource(Connection connection, SessionParticipant participant, int fetchSize) {
        this.connection = connection;
        this.participant = participant;
        this.name = "duet_stream_" + NAMES.incrementAndGet();
        this.fetchSize = fetchSize;
        this.read = fetchSize;
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
        while (true) {
            if (fetched != null && fetched.next()) {
                read++;
                return fetched;
            }
            if (read < fetchSize) {
                return null;
            }
            fetched = participant.inside(
                    connection, lent -> fetching.executeQuery("FETCH FORWARD " + fetchSize + " FROM " + name));
            read = 0;
        }
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
