package org.duetdb.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.duetdb.DatabaseStatus.Lag;

/**
 * How far a server is in the write-ahead log: what it has written, or, of a standby, replayed.
 *
 * @param recovery whether it is a standby
 * @param bytes the position
 * @param age how old the last transaction is that a standby has replayed, zero if it has replayed all it has received
 */
record LogPosition(boolean recovery, long bytes, Duration age) {

    static final String COLUMNS = """
            pg_is_in_recovery() AS recovery,
            pg_wal_lsn_diff(
                CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                '0/0')::bigint AS position,
            CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                ELSE coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000, 0)
            END::bigint AS replay_age""";

    static LogPosition read(ResultSet row) throws SQLException {
        return new LogPosition(
                row.getBoolean("recovery"),
                row.getLong("position"),
                Duration.ofMillis(Math.max(0, row.getLong("replay_age"))));
    }

    /** Returns how far this standby is behind its primary, null for {@code primary} if that has not answered. */
    Lag behind(LogPosition primary) {
        boolean known = primary != null && !primary.recovery;
        return new Lag(age, known ? Math.max(0, primary.bytes - bytes) : null);
    }
}
