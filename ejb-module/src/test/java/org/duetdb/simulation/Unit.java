package org.duetdb.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duetdb.DbSession;
import org.duetdb.DuetException;

/** What the program knows of one transaction: what it has written in it, and what has gone wrong. */
final class Unit {

    /** The transaction, or a savepoint in it. */
    private static final class Level {
        private final List<Write> writes = new ArrayList<>();
        private DuetException failure;
    }

    private final SimulatedTransaction transaction;
    private final int faultsBefore;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Set<DbSession> participants = new HashSet<>();
    private final Set<DbSession> attempted = new HashSet<>();

    private boolean abandoned;
    private boolean doubtful;
    private boolean disturbed;
    private boolean ended;

    Unit(SimulatedTransaction transaction, int faultsBefore) {
        this.transaction = transaction;
        this.faultsBefore = faultsBefore;
        levels.push(new Level());
    }

    SimulatedTransaction transaction() {
        return transaction;
    }

    void enter() {
        levels.push(new Level());
    }

    /** Leaves a savepoint; what it has written is kept only if nothing failed in it. */
    void leave(boolean keep) {
        Level left = levels.pop();
        if (keep) {
            levels.peek().writes.addAll(left.writes);
        }
    }

    boolean isNested() {
        return levels.size() > 1;
    }

    void wrote(Collection<Write> writes) {
        levels.peek().writes.addAll(writes);
    }

    /** Returns what stands in it now, savepoints included. */
    List<Write> written() {
        List<Write> all = new ArrayList<>();
        levels.descendingIterator().forEachRemaining(level -> all.addAll(level.writes));
        return all;
    }

    /** A statement has failed; one that is refused because the application wished the end is no failure. */
    void failed(DuetException reason) {
        if (levels.peek().failure == null && !abandoned) {
            levels.peek().failure = reason;
        }
    }

    /** Returns the failure of the innermost savepoint, or, without one, of the transaction. */
    DuetException innermostFailure() {
        return levels.peek().failure;
    }

    /** Returns the first failure outside savepoints. */
    DuetException failure() {
        return levels.peekLast().failure;
    }

    /** The application wishes it to be rolled back. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** What of it can be seen until it ends is not known any more. */
    void doubt() {
        doubtful = true;
    }

    /** Returns whether it is known what can be seen in it. */
    boolean isClear() {
        return !doubtful && hasNotFailed();
    }

    /** A container wishes it to be rolled back. */
    void disturb() {
        disturbed = true;
    }

    /** Returns whether nothing stands against its commit, given how many calls have been made to fail until now. */
    boolean isSound(int faultsNow) {
        return faultsNow == faultsBefore && !disturbed && !abandoned && hasNotFailed();
    }

    /** Returns whether nothing has failed outside of what has been undone. */
    private boolean hasNotFailed() {
        return levels.stream().allMatch(level -> level.failure == null);
    }

    /** Returns whether something was made to fail in it. */
    boolean isStruck(int faultsNow) {
        return faultsNow != faultsBefore || disturbed;
    }

    void joined(DbSession session) {
        participants.add(session);
    }

    void attempted(DbSession session) {
        attempted.add(session);
    }

    /** Returns the sessions that take part for sure. */
    Set<DbSession> participants() {
        return participants;
    }

    /** Returns those that may. */
    Set<DbSession> attempted() {
        return attempted;
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
