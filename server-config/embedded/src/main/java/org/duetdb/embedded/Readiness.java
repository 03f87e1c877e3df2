package org.duetdb.embedded;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Whether a server that was just started takes connections. Somebody else's server, which was faster to take the port,
 * does not count: it has other data.
 */
record Readiness(LeashedProcess server, Superuser superuser, int port, DataFolder data) {

    /** Short: who does not answer may be somebody else, and the server has long ended. */
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(2);

    /** Returns true as soon as it does, and false if it ends before, or the time is over. */
    boolean within(Duration limit) {
        return Polling.until(limit, () -> !server.isAlive() || answers()) && server.isAlive();
    }

    private boolean answers() {
        try {
            return superuser
                    .ask(port, "SHOW data_directory", LOGIN_LIMIT)
                    .contains(data.path().toString());
        } catch (SQLException e) {
            return false;
        }
    }
}
