package org.duetdb.xa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The records of one database: each branch that is prepared writes there, in its own transaction, what it belongs to.
 * So a record is to be seen from the moment on in which a branch of that transaction has committed, and never
 * otherwise. Safe for use by several threads.
 */
final class Records {

    private static final Logger LOG = System.getLogger(Records.class.getName());

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Connector connector;
    private final Origin origin;
    private final NodeName node;
    private volatile boolean usable;
    private volatile long lookAgain = System.nanoTime();

    Records(Connector connector, Origin origin, NodeName node) {
        this.connector = connector;
        this.origin = origin;
        this.node = node;
    }

    /** The SQL that writes the record of a transaction, with a semicolon at its end; empty if there is no table. */
    String insertion(GlobalId global) {
        return usable || look() ? "INSERT INTO " + RecordTable.NAME + " (id) VALUES ('" + key(global) + "'); " : "";
    }

    /** Whether a branch of this transaction has committed in this database; false where there is no table. */
    boolean contains(GlobalId global, Backend backend) throws SQLException {
        return RecordTable.isUsable(backend)
                && backend.isTrue(
                        "SELECT EXISTS (SELECT FROM " + RecordTable.NAME + " WHERE id = '" + key(global) + "')");
    }

    /** The table may be gone, or have lost its rights: it is looked for before it is used again. */
    synchronized void doubt() {
        usable = false;
        lookAgain = System.nanoTime();
    }

    /** Whether there is a table, as far as is known. */
    boolean isUsable() {
        return usable;
    }

    private synchronized boolean look() {
        if (usable || System.nanoTime() - lookAgain < 0) {
            return usable;
        }
        lookAgain = System.nanoTime() + LOOK_AGAIN_NANOS;
        try (Backend backend = connector.connect()) {
            usable = RecordTable.make(backend);
            if (!usable) {
                warn(null);
            }
        } catch (SQLException e) {
            warn(e);
        }
        return usable;
    }

    private void warn(SQLException cause) {
        LOG.log(
                Level.WARNING,
                "DUET-547 transactions over several databases leave no record in this one, so that a recovery that rolls"
                        + " back by mistake is not noticed " + origin
                        + "; have an administrator run this, and grant the pool's user USAGE on"
                        + " the schema, and SELECT, INSERT and DELETE on the table:\n"
                        + RecordTable.DEFINITION,
                cause);
    }

    /** A digest has one length, whatever the length of the identifiers: records are many, and stay for days. */
    UUID key(GlobalId global) {
        ByteBuffer digest = ByteBuffer.wrap(NodeName.sha256(node.text() + ':' + global.text()));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
