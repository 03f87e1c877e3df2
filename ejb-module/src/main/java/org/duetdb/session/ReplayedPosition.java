package org.duetdb.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Waits for a replica. */
final class ReplayedPosition {

    private static final String REACHED =
            "SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= CAST(? AS pg_lsn)";
    private static final long PAUSE_MILLIS = 5;

    private ReplayedPosition() {}

    /** Returns whether the server of the connection has replayed the log up to there, or does so in time. */
    static boolean isReached(Connection connection, String position, Duration limit) throws SQLException {
        long begun = System.nanoTime();
        try (PreparedStatement question = connection.prepareStatement(REACHED)) {
            question.setString(1, position);
            while (true) {
                if (ask(question)) {
                    return true;
                }
                if (System.nanoTime() - begun > limit.toNanos() || !pause()) {
                    return false;
                }
            }
        }
    }

    private static boolean ask(PreparedStatement question) throws SQLException {
        try (ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
