package org.duetdb.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.duetdb.ConcurrencyException;
import org.duetdb.DuetException;
import org.duetdb.PoolExhaustedException;
import org.duetdb.UnavailableException;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.datasource.ContainerDataSource;

/** Reading from replicas, as long as they can be read from and have what the reader must see. */
final class ReplicaReads {

    private static final Logger LOG = System.getLogger(ReplicaReads.class.getName());

    private final ContainerDataSource source;
    private final TransactionControl transactions;
    private final SessionParticipant reader;

    ReplicaReads(ContainerDataSource source, TransactionControl transactions, SessionParticipant reader) {
        this.source = source;
        this.transactions = transactions;
        this.reader = reader;
    }

    /** The replica does not have what is to be seen. Nobody outside sees this. */
    private static final class NotReplayedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotReplayedException() {
            super("the replica has not replayed enough", null, false, false);
        }
    }

    /** Returns whether what is read outside of transactions is read from servers that the write role does not use. */
    boolean isRead() {
        return source.isReplica() && !reader.readsPrimary();
    }

    /**
     * Returns the connection if it leads to a replica that has replayed enough, or does so in time. What one has,
     * others may not have: where there are several, each connection is asked.
     */
    Connection checked(Connection connection) {
        String position = isRead() ? transactions.positionToSee(reader) : null;
        if (position == null) {
            return connection;
        }
        if (!hasReplayed(connection, position)) {
            reader.closeDone(connection);
            throw new NotReplayedException();
        }
        if (settings().address().hosts().size() == 1) {
            transactions.seen(reader);
        }
        return connection;
    }

    private boolean hasReplayed(Connection connection, String position) {
        Duration wait = settings().replica().consistencyWait();
        try {
            return ReplayedPosition.isReached(connection, position, wait);
        } catch (SQLException | RuntimeException away) {
            LOG.log(Level.DEBUG, () -> "asking the replica of " + reader.origin() + " what it has replayed", away);
            return false;
        }
    }

    /**
     * Returns whether reading failed because of the replica, which is not read from any more then: it has not replayed
     * enough, is away, or what it replays got in the way of the query (PostgreSQL, "Handling Query Conflicts").
     */
    boolean isLeft(Exception failure) {
        if (!isToBlameFor(failure)) {
            return false;
        }
        LOG.log(Level.DEBUG, () -> "the replica of " + reader.origin() + " is left for the primary", failure);
        transactions.behind(reader);
        return reader.readsPrimary();
    }

    private boolean isToBlameFor(Exception failure) {
        if (failure instanceof NotReplayedException) {
            return true;
        }
        DuetException known =
                failure instanceof DuetException duet ? duet : SqlFailures.translate(failure, reader.origin());
        return known instanceof ConcurrencyException
                || known instanceof UnavailableException && !(known instanceof PoolExhaustedException);
    }

    private DatabaseSettings settings() {
        return source.binding().settings();
    }
}
