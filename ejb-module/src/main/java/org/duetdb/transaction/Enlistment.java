package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.TransactionOptions;
import org.duetdb.session.Participant;

/**
 * A participant with its connection. Savepoints are set when they are first needed, in SQL: a branch refuses those of
 * JDBC.
 */
final class Enlistment {

    private final Participant participant;
    private final Connection connection;
    private int savepoints;

    Enlistment(Participant participant, Connection connection) {
        this.participant = participant;
        this.connection = connection;
    }

    /** Makes the transaction of the database what was asked for, before its first statement. */
    void apply(TransactionOptions options) throws SQLException {
        String isolation = options.isolation() == null ? "" : " ISOLATION LEVEL " + options.isolation();
        String access = options.readOnly() ? " READ ONLY" : "";
        if (!isolation.isEmpty() || !access.isEmpty()) {
            execute("SET TRANSACTION" + isolation + access);
        }
    }

    Participant participant() {
        return participant;
    }

    /** Returns the connection, with as many savepoints set as asked for. */
    Connection connection(int level) throws SQLException {
        while (savepoints < level) {
            execute("SAVEPOINT duet_" + (savepoints + 1));
            savepoints++;
        }
        return connection;
    }

    /** Keeps what was done since the savepoint of that level, if it was set. */
    void release(int level) throws SQLException {
        if (savepoints >= level) {
            execute("RELEASE SAVEPOINT duet_" + level);
            savepoints = level - 1;
        }
    }

    /** Undoes what was done since the savepoint of that level, if it was set. */
    void undo(int level) throws SQLException {
        if (savepoints >= level) {
            execute("ROLLBACK TO SAVEPOINT duet_" + level);
            release(level);
        }
    }

    /** Checks now what was deferred to the commit. */
    void checkConstraints() throws SQLException {
        execute("SET CONSTRAINTS ALL IMMEDIATE");
    }

    void close() throws SQLException {
        try {
            connection.close();
        } catch (RuntimeException died) {
            throw lost(died);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (RuntimeException died) {
            throw lost(died);
        }
    }

    /**
     * A pool's wrapper may throw anything for a connection that has died; here it is what it would be without a pool.
     */
    private static SQLException lost(RuntimeException died) {
        return new SQLException("the connection failed", died);
    }
}
