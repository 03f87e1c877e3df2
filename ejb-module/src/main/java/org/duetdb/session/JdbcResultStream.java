package org.duetdb.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duetdb.DuetException;
import org.duetdb.ResultStream;
import org.duetdb.Role;
import org.duetdb.SessionClosedException;
import org.duetdb.type.ParameterBinder;

/** A stream over the rows of a session's statement. */
final class JdbcResultStream<T> implements ResultStream<T> {

    private static final Logger LOG = System.getLogger(JdbcResultStream.class.getName());
    private static final int USUAL_FETCH_SIZE = 500;

    /** How far it has come. */
    private enum Stage {
        /** The rows have not been asked for. */
        NEW,
        /** They are being read. */
        OPEN,
        /** The last row has been read, or it was closed. */
        ENDED,
        /** It ended before its last row, without having been closed. */
        CUT
    }

    private final SessionParticipant participant;
    private final ParameterBinder binder;
    private final SessionStatement text;
    private final Class<T> type;
    private final Object[] values;

    private int fetchSize = USUAL_FETCH_SIZE;
    private Stage stage = Stage.NEW;
    private boolean asked;
    private boolean drawable;
    private RowSource source;
    private ResultSet result;
    private ResultReader<T> reader;

    JdbcResultStream(
            SessionParticipant participant,
            ParameterBinder binder,
            SessionStatement text,
            Class<T> type,
            Object[] values) {
        this.participant = participant;
        this.binder = binder;
        this.text = text;
        this.type = type;
        this.values = values;
    }

    @Override
    public ResultStream<T> fetchSize(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("the fetch size must be at least 1");
        }
        if (asked) {
            throw new IllegalStateException("the rows have been asked for already");
        }
        fetchSize = rows;
        return this;
    }

    @Override
    public Iterator<T> iterator() {
        if (stage == Stage.CUT) {
            throw cutShort();
        }
        if (asked) {
            throw new IllegalStateException("the rows can be asked for once only");
        }
        asked = true;
        return new Rows();
    }

    @Override
    public Stream<T> rows() {
        Spliterator<T> rows = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
        return StreamSupport.stream(rows, false).onClose(this::close);
    }

    /** Goes on to the next row; returns false after the last one. */
    private boolean advance() {
        participant.requireOpen();
        switch (stage) {
            case ENDED:
                return false;
            case CUT:
                throw cutShort();
            default:
        }
        try {
            ResultSet at = stage == Stage.NEW ? first() : source.next();
            if (at == null) {
                end(Stage.ENDED);
                return false;
            }
            if (at != result) {
                result = at;
                reader = new ResultReader<>(text, type, at, participant.origin());
            }
            return true;
        } catch (SQLException | RuntimeException failure) {
            throw failed(failure);
        }
    }

    private T current() {
        try {
            return reader.current();
        } catch (SQLException | RuntimeException failure) {
            throw failed(failure);
        }
    }

    private DuetException failed(Exception failure) {
        DuetException known = participant.failed(failure);
        end(Stage.CUT);
        return known;
    }

    /** A replica that fails before it has given a row is left for the primary. */
    private ResultSet first() throws SQLException {
        boolean replica = participant.replica().isRead();
        try {
            open();
            return source.next();
        } catch (SQLException | RuntimeException failure) {
            if (!replica || isOfTransaction() || !participant.replica().isLeft(failure)) {
                throw failure;
            }
            end(Stage.ENDED);
            stage = Stage.NEW;
            open();
            return source.next();
        }
    }

    private void open() throws SQLException {
        StreamedStatement streamed =
                new StreamedStatement(text.text(), values, binder, participant.origin(), fetchSize);
        Connection enlisted = participant.enlistedConnection();
        if (enlisted == null) {
            source = CursorSource.open(participant.openConnection(), streamed);
            drawable = participant.isDrawable();
            if (drawable) {
                participant.transactions().streamOpened();
            }
        } else if (participant.origin().role() == Role.READ) {
            source = NestedCursorSource.open(enlisted, streamed, participant);
        } else {
            source = PortalSource.open(enlisted, streamed);
        }
        stage = Stage.OPEN;
        participant.opened(this);
    }

    /** Returns whether it reads in the transaction of the session. */
    boolean isOfTransaction() {
        return source != null && !(source instanceof CursorSource);
    }

    /** Ends it together with its transaction or its session. */
    void cut() {
        end(Stage.CUT);
    }

    @Override
    public void close() {
        end(Stage.ENDED);
    }

    private void end(Stage how) {
        Stage before = stage;
        if (before == Stage.OPEN || before == Stage.NEW) {
            stage = how;
        }
        if (before != Stage.OPEN) {
            return;
        }
        participant.closed(this);
        if (drawable) {
            participant.transactions().streamClosed();
        }
        try {
            if (how == Stage.CUT) {
                source.abandon();
            } else {
                source.close();
            }
        } catch (SQLException | RuntimeException lost) {
            // all its rows have been read, or are not wanted; the pool takes notice of a dead connection
            LOG.log(Level.DEBUG, () -> "closing a stream of " + participant.origin(), lost);
        }
    }

    private SessionClosedException cutShort() {
        return new SessionClosedException(
                "DUET-218",
                "the stream ended before its last row",
                "read it to its end before its transaction or its session ends",
                participant.origin());
    }

    /** The rows in their order. */
    private final class Rows implements Iterator<T> {
        private boolean standing;

        @Override
        public boolean hasNext() {
            if (!standing) {
                standing = advance();
            }
            return standing;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            standing = false;
            return current();
        }
    }
}
