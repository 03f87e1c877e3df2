package org.duetdb.simulation;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A transaction of one database, from its first statement to its end, by PostgreSQL's rules. */
final class Branch {

    /** Where it stands. */
    enum State {
        OPEN,
        PREPARED,
        COMMITTED,
        ROLLED_BACK
    }

    private static final String READING = "duet_read";

    private record Savepoint(String name, int size, boolean readOnly) {}

    private final SimulatedDatabase database;
    private final List<Integer> written = new ArrayList<>();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();

    private State state = State.OPEN;
    private boolean aborted;
    private boolean serializable;
    private boolean readOnly;
    private boolean hasWritten;

    Branch(SimulatedDatabase database) {
        this.database = database;
    }

    State state() {
        return state;
    }

    boolean isSerializable() {
        return serializable;
    }

    List<Integer> written() {
        return written;
    }

    /** Executes a statement; after an error none is accepted but the one that undoes it. */
    Answer execute(Statement statement) throws SQLException {
        if (state != State.OPEN) {
            throw DriverErrors.closed();
        }
        if (aborted
                && statement.verb() != Statement.Verb.ROLLBACK_TO
                && statement.verb() != Statement.Verb.UNDO_READING) {
            throw DriverErrors.said("25P02", "current transaction is aborted, commands ignored until end of block");
        }
        try {
            return answer(statement);
        } catch (SQLException failed) {
            aborted = true;
            throw failed;
        }
    }

    private Answer answer(Statement statement) throws SQLException {
        switch (statement.verb()) {
            case SAVEPOINT -> savepoints.push(new Savepoint(statement.name(), written.size(), readOnly));
            case RELEASE -> readOnly = unwindTo(statement.name()).readOnly();
            case ROLLBACK_TO -> savepoints.push(undoTo(statement.name()));
            case ENTER_READING -> {
                savepoints.push(new Savepoint(READING, written.size(), readOnly));
                readOnly = true;
            }
            case UNDO_READING -> undoTo(READING);
            case TRANSACTION_ID -> {
                return Answer.rows(transactionId());
            }
            case SET_SERIALIZABLE -> serializable = true;
            case CHECK -> {
                requireConstraints();
                return statement.isQuery() ? Answer.rows(transactionId()) : Answer.count(0);
            }
            default -> {
                requireWritable(statement);
                return database.execute(statement, written);
            }
        }
        return Answer.count(0);
    }

    /** The server gives one to whoever writes, and does not take it back. */
    private List<?> transactionId() {
        return Collections.singletonList(hasWritten ? "4711" : null);
    }

    boolean hasWritten() {
        return hasWritten;
    }

    void makeReadOnly() {
        readOnly = true;
    }

    private void requireWritable(Statement statement) throws SQLException {
        if (statement.verb() == Statement.Verb.INSERT) {
            if (readOnly) {
                throw DriverErrors.said("25006", "cannot execute INSERT in a read-only transaction");
            }
            hasWritten = true;
        }
    }

    private Savepoint undoTo(String name) throws SQLException {
        Savepoint kept = unwindTo(name);
        written.subList(kept.size(), written.size()).clear();
        readOnly = kept.readOnly();
        aborted = false;
        return kept;
    }

    private Savepoint unwindTo(String name) throws SQLException {
        while (!savepoints.isEmpty()) {
            Savepoint top = savepoints.pop();
            if (top.name().equals(name)) {
                return top;
            }
        }
        throw DriverErrors.said("3B001", "savepoint \"" + name + "\" does not exist");
    }

    /** The deferred constraint: no negative numbers. */
    private void requireConstraints() throws SQLException {
        if (written.stream().anyMatch(id -> id < 0)) {
            throw DriverErrors.said("23503", "violates foreign key constraint");
        }
    }

    /** Lets an error abort it. */
    void abort() {
        aborted = true;
    }

    /**
     * PREPARE TRANSACTION, or COMMIT in one phase. Where it is aborted already both roll back, and the driver reports
     * success; where it fails, it rolls back.
     */
    void vote(boolean prepare) throws SQLException {
        if (aborted || state != State.OPEN) {
            state = State.ROLLED_BACK;
            return;
        }
        try {
            requireConstraints();
        } catch (SQLException refused) {
            state = State.ROLLED_BACK;
            throw refused;
        }
        if (prepare) {
            state = State.PREPARED;
        } else {
            commit();
        }
    }

    /** COMMIT PREPARED. Returns false if there is nothing to commit. */
    boolean commit() {
        if (state == State.ROLLED_BACK) {
            return false;
        }
        state = State.COMMITTED;
        database.add(written);
        return true;
    }

    void rollback() {
        if (state != State.COMMITTED) {
            state = State.ROLLED_BACK;
        }
    }
}
