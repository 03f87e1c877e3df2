package org.duetdb.simulation;

import java.sql.SQLException;
import java.util.List;

/** A connection to a database, as the pool keeps it, and the server's process at the other end. */
final class Backend {

    private final SimulatedDatabase database;
    private final boolean readOnly;
    private final boolean ofDuetsClass;
    private final Faults faults;

    private boolean alive = true;
    private Branch branch;
    private Branch reading;
    private boolean inOldBranch;
    private boolean vanished;

    /**
     * Creates one.
     *
     * @param readOnly whether it is that of the read role
     * @param ofDuetsClass whether it is made by Duet's datasource class, or by the driver's
     */
    Backend(SimulatedDatabase database, boolean readOnly, boolean ofDuetsClass, Faults faults) {
        this.database = database;
        this.readOnly = readOnly;
        this.ofDuetsClass = ofDuetsClass;
        this.faults = faults;
    }

    SimulatedDatabase database() {
        return database;
    }

    boolean isAlive() {
        return alive;
    }

    /** Returns whether the driver takes it to be in a transaction that has ended. */
    boolean isInOldBranch() {
        return inOldBranch;
    }

    /** The driver does after a refused commit; Duet's class has ended the branch then. */
    void leaveInOldBranch() {
        inOldBranch = !ofDuetsClass;
    }

    /** Returns whether nothing of a transaction is left on it. */
    boolean isClean() {
        return alive && !inOldBranch && (branch == null || branch.state() != Branch.State.OPEN);
    }

    /** Starts a branch, or, with null, statements that stand alone. */
    void work(Branch on) {
        branch = on;
        reading = null;
    }

    /** Ends the connection; a transaction that is not prepared goes with it. */
    void die() {
        alive = false;
        if (branch != null && branch.state() == Branch.State.OPEN) {
            branch.rollback();
        }
    }

    /** Takes the connection away from beneath its handle, which has words of its own for that. */
    void vanish() {
        die();
        vanished = true;
    }

    /** A call that does not reach the server. */
    void touch(String call) throws SQLException {
        if (vanished) {
            throw DriverErrors.ofThePool("the handle has no connection", null);
        }
        if (!alive) {
            throw DriverErrors.closed();
        }
        if (faults.strike(call + " finds the connection lost", 4)) {
            die();
            throw DriverErrors.lost();
        }
        if (faults.strike(call + " fails without a word of the server", 4)) {
            throw DriverErrors.ofThePool("the wrapper failed", null);
        }
        if (faults.strike(call + " throws a NullPointerException of the wrapper", 4)) {
            die();
            throw new NullPointerException("of the pool's wrapper");
        }
    }

    /** A call that does. */
    Answer execute(Statement statement) throws SQLException {
        touch(statement.verb() + " before it is sent");
        if (faults.strike(statement.verb() + " is refused by the server")) {
            throw refused();
        }
        Answer answer = answer(statement);
        if (faults.strike(statement.verb() + " is done, and its answer lost", 2)) {
            die();
            throw DriverErrors.lost();
        }
        return answer;
    }

    /** Returns whether the branch has written. */
    boolean hasWritten() {
        return branch.hasWritten();
    }

    private SQLException refused() {
        String state = faults.choose("57014", "40001", "40P01", "53200", "57P01");
        if (branch != null) {
            branch.abort();
        }
        if (reading != null) {
            reading.abort();
        }
        if (state.equals("57P01")) {
            die();
        }
        return DriverErrors.said(state, "on purpose");
    }

    private Answer answer(Statement statement) throws SQLException {
        if (statement.verb() == Statement.Verb.STATUS) {
            return Answer.rows(List.of(branch.state() == Branch.State.COMMITTED ? "committed" : "aborted"));
        }
        if (readOnly && statement.verb() == Statement.Verb.INSERT) {
            throw DriverErrors.said("25006", "cannot execute INSERT in a read-only transaction");
        }
        if (branch != null) {
            return branch.execute(statement);
        }
        switch (statement.verb()) {
            case BEGIN_READ_ONLY -> {
                reading = new Branch(database);
                reading.makeReadOnly();
                return Answer.count(0);
            }
            case END_READ_ONLY -> {
                reading = null;
                return Answer.count(0);
            }
            default -> {
                // goes on
            }
        }
        if (reading != null) {
            return reading.execute(statement);
        }
        Branch alone = new Branch(database);
        Answer answer = alone.execute(statement);
        alone.vote(false);
        return answer;
    }
}
