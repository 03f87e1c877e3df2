package org.duetdb.transaction;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.duetdb.position.Positions;

/**
 * Which databases a piece of work has written to, as far as it matters to what it reads there afterwards. For one
 * thread at a time; what is done is shared with those that work for it on other threads.
 */
final class Writes {

    private final Set<String> begun = new HashSet<>(2);
    private final Set<String> behind = new HashSet<>(2);
    private final Set<String> done;
    private final AtomicReference<Positions> expected;

    /** Creates those of a piece of work that nobody began another one for. */
    Writes() {
        this(ConcurrentHashMap.newKeySet(2), new AtomicReference<>(Positions.NONE));
    }

    private Writes(Set<String> done, AtomicReference<Positions> expected) {
        this.done = done;
        this.expected = expected;
    }

    /** Returns those of work that is done for this one: each sees what the other has committed. */
    Writes shared() {
        return new Writes(done, expected);
    }

    /** A statement is executed in a transaction; whether it writes is asked for when somebody wants to know. */
    void begun(String alias) {
        begun.add(alias);
    }

    /** Something has been written, or may have been, by a statement that stood alone. */
    void done(String alias) {
        done.add(alias);
    }

    /** Returns whether all of it can be read anywhere: there is none. */
    boolean isNone(String alias) {
        return !begun.contains(alias) && !isOnPrimary(alias);
    }

    /** Returns whether it has been written in a transaction that has ended, or in none. */
    boolean isDone(String alias) {
        return done.contains(alias);
    }

    /** The replica has not replayed what is expected, or cannot be read. */
    void behind(String alias) {
        behind.add(alias);
    }

    /** Returns whether the primary is to be read because of the replica. */
    boolean isBehind(String alias) {
        return behind.contains(alias);
    }

    /** Returns whether the primary is to be read: it alone is sure to have all that is done, or expected. */
    boolean isOnPrimary(String alias) {
        return isDone(alias) || isBehind(alias);
    }

    /** What others have committed, and told this one's client. */
    void expect(Positions positions) {
        expected.accumulateAndGet(positions, Positions::and);
    }

    /** Returns what others have committed. */
    Positions expected() {
        return expected.get();
    }
}
