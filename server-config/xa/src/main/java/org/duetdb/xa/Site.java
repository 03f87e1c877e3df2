package org.duetdb.xa;

import java.sql.SQLException;
import java.util.List;

/**
 * One database that transactions of this node write to, seen from beside its pool: what recovery has to know of it.
 * Safe for use by several threads.
 */
final class Site {

    private final Connector connector;
    private final Records records;
    private final RecordPurge purge;
    private final Gids gids;

    Site(Connector connector, Records records, RecordPurge purge, Gids gids) {
        this.connector = connector;
        this.records = records;
        this.purge = purge;
        this.gids = gids;
    }

    Connector connector() {
        return connector;
    }

    Records records() {
        return records;
    }

    RecordPurge purge() {
        return purge;
    }

    /**
     * Whether a branch of the transaction has committed here.
     *
     * @throws SQLException if the database cannot be asked
     */
    boolean hasCommitted(GlobalId global) throws SQLException {
        try (Backend backend = connector.connect()) {
            return records.contains(global, backend);
        }
    }

    /**
     * Rolls back the prepared branches of the transaction but one, so that none of them can commit any more.
     *
     * @throws SQLException if one is being committed at this moment, or the database cannot be asked
     */
    void rollBackOthers(BranchId branch) throws SQLException {
        try (Backend backend = connector.connect()) {
            for (String gid : prepared(backend, gids.prefix(branch.global()))) {
                if (!gid.equals(gids.of(branch))) {
                    end(backend, "ROLLBACK PREPARED", gid);
                }
            }
        }
    }

    /** The names of the prepared branches in this database that begin in this way, and that this user may end. */
    List<String> prepared(Backend backend, String prefix) throws SQLException {
        return backend.texts("SELECT gid FROM pg_catalog.pg_prepared_xacts WHERE database = current_database()"
                + " AND starts_with(gid, '" + prefix + "') AND pg_has_role(current_user, owner, 'MEMBER')"
                + " ORDER BY prepared");
    }

    /** Commits or rolls back a prepared branch. False if there is none of that name. */
    static boolean end(Backend backend, String command, String gid) throws SQLException {
        try {
            backend.command(command + " '" + gid + "'");
            return true;
        } catch (SQLException e) {
            if (SqlStates.NO_SUCH_OBJECT.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
