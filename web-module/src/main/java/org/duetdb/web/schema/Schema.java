package org.duetdb.web.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of one database. For use by any thread. */
final class Schema {

    private enum State {
        PENDING,
        MIGRATING,
        MIGRATED
    }

    private static final Logger LOG = System.getLogger(Schema.class.getName());

    private final String alias;
    private final DataSource database;
    private final AtomicReference<State> state = new AtomicReference<>(State.PENDING);
    private volatile String obstacle;

    Schema(String alias, DataSource database) {
        this.alias = alias;
        this.database = database;
    }

    String alias() {
        return alias;
    }

    boolean isMigrated() {
        return state.get() == State.MIGRATED;
    }

    boolean isPending() {
        return state.get() == State.PENDING;
    }

    /** Brings the tables up to date, unless they are or another thread is at it. */
    void migrate() {
        if (!state.compareAndSet(State.PENDING, State.MIGRATING)) {
            return;
        }
        State end = State.PENDING;
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:db/" + alias)
                    .load()
                    .migrate();
            end = State.MIGRATED;
        } catch (RuntimeException failure) {
            report(reason(failure));
        } finally {
            state.set(end);
        }
    }

    /** Says once what keeps the tables from being made, however often that is tried. */
    private void report(String reason) {
        if (!reason.equals(obstacle)) {
            obstacle = reason;
            LOG.log(
                    Level.ERROR,
                    "The tables of {0} cannot be brought up to date ({1}); asking the startup check tries again.",
                    alias,
                    reason);
        }
    }

    /** The messages quote the address and the statements, so they stay out of the log. */
    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && said.getSQLState() != null) {
                return "SQLSTATE " + said.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
