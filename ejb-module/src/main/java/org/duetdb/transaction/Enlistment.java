package org.duetdb.transaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duetdb.Isolation;
import org.duetdb.TransactionOptions;
import org.duetdb.datasource.DriverFacts;
import org.duetdb.session.BrokenConnection;
import org.duetdb.session.Participant;

/**
 * A participant with its connection. Savepoints are set when they are first needed, in SQL: a branch refuses those of
 * JDBC.
 */
final class Enlistment {

    /** Duet's datasource class checks when it is asked for that, and has one question less when it votes. */
    private static final String CHECK_BY_DATASOURCE = "DuetCheckBeforeCommit";

    private static final String WROTE = "wrote";

    private static final String TRANSACTION_ID = "SELECT pg_current_xact_id_if_assigned()";

    private static final String CHECK_CONSTRAINTS = "SET CONSTRAINTS ALL IMMEDIATE";

    /**
     * A server looks whether a serializable transaction has lost against others when a table is read, if it is none of
     * the catalog's. This one is everywhere, and nobody writes it.
     */
    private static final String CHECK_CONFLICTS =
            "SELECT pg_current_xact_id_if_assigned() FROM information_schema.sql_implementation_info LIMIT 1";

    private final Participant participant;
    private final Connection connection;
    private int savepoints;
    private boolean serializable;
    private boolean wrote;
    private String transactionId;

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
        serializable = options.isolation() == Isolation.SERIALIZABLE;
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

    /**
     * Checks now what the commit would find out: deferred constraints, and conflicts with others. Returns whether
     * something has been written.
     */
    boolean checkBeforeCommit() throws SQLException {
        String answer = serializable ? null : checkByDatasource();
        if (answer == null) {
            transactionId = ask(CHECK_CONSTRAINTS + "; " + (serializable ? CHECK_CONFLICTS : TRANSACTION_ID));
        }
        wrote = transactionId != null || WROTE.equals(answer);
        return wrote;
    }

    /** Returns null if it is of another class. */
    private String checkByDatasource() throws SQLException {
        try {
            return connection.getClientInfo(CHECK_BY_DATASOURCE);
        } catch (SQLException | RuntimeException failure) {
            throw told(failure);
        }
    }

    /** Returns whether something has been written, as the server says: it gives whoever writes a transaction id. */
    boolean hasWritten() throws SQLException {
        wrote = wrote || ask(TRANSACTION_ID) != null;
        return wrote;
    }

    /** Returns whether the database may refuse the commit because others got in the way. */
    boolean isSerializable() {
        return serializable;
    }

    /**
     * Returns whether the database says, after a commit that failed, that it has rolled back; without a word of it,
     * false. Only serializable transactions are asked about: they are refused at the commit in the course of things.
     */
    boolean isRolledBack() {
        try {
            return serializable
                    && (transactionId == null
                            || "aborted".equals(ask("SELECT pg_xact_status('" + transactionId + "')")));
        } catch (SQLException lost) {
            return false;
        }
    }

    /**
     * Gives the connection back.
     *
     * @param ended whether its transaction was ended properly. If not, the driver's own class may have left the
     *     connection in it: unless it is known to be clean, the pool has to drop it.
     */
    void close(boolean ended) throws SQLException {
        try (connection) {
            if (!ended && !isClean()) {
                connection.abort(Runnable::run);
            }
        } catch (RuntimeException died) {
            throw wrapped(died);
        }
    }

    private boolean isClean() {
        try {
            return Boolean.parseBoolean(connection.getClientInfo(DriverFacts.IS_CLEAN));
        } catch (SQLException | RuntimeException lost) {
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException | RuntimeException failure) {
            throw told(failure);
        }
    }

    /** Returns the only value of the last of the statements. */
    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException | RuntimeException failure) {
            throw told(failure);
        }
    }

    /** A pool's handle may throw anything for a connection that has died. */
    private SQLException told(Exception failure) {
        return BrokenConnection.told(failure, connection) instanceof SQLException known ? known : wrapped(failure);
    }

    private static SQLException wrapped(Exception failure) {
        return new SQLException("the connection failed", failure);
    }
}
