package org.duetdb.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duetdb.DbSession;
import org.duetdb.TransactionState;

/** What must be in the databases, by all that the program was told. */
final class Ledger {

    private final Trace trace;
    private final Faults faults;
    private final Map<String, SimulatedDatabase> databases = new HashMap<>();
    private final Map<String, Set<Integer>> expected = new HashMap<>();
    private final Map<String, Set<Integer>> own = new HashMap<>();
    private final Map<SimulatedTransaction, Unit> units = new IdentityHashMap<>();
    private final Map<DbSession, TransactionState> states = new IdentityHashMap<>();

    Ledger(Trace trace, Faults faults) {
        this.trace = trace;
        this.faults = faults;
    }

    void open(SimulatedDatabase database) {
        databases.put(database.alias(), database);
        expected.put(database.alias(), new TreeSet<>());
        own.put(database.alias(), new TreeSet<>());
    }

    /** A piece of work begins that has written nothing yet. */
    void beginWork() {
        own.values().forEach(Set::clear);
    }

    /**
     * Returns what the running piece of work must see in a database through the read role, at least; in a transaction
     * of which it is known what stands in it, that too.
     */
    Set<Integer> own(String alias, Unit unit) {
        Set<Integer> all = new TreeSet<>(own.get(alias));
        if (unit != null) {
            unit.written().stream().filter(each -> each.alias().equals(alias)).forEach(each -> all.add(each.id()));
        }
        return all;
    }

    void begun(SimulatedTransaction transaction) {
        units.put(transaction, new Unit(transaction, faults.count()));
    }

    /** Returns what is known of a transaction; null for null. */
    Unit unit(SimulatedTransaction transaction) {
        return transaction == null ? null : units.get(transaction);
    }

    /** Returns what everybody must see in a database. */
    Set<Integer> expected(String alias) {
        return expected.get(alias);
    }

    /** Returns what must be seen from within a transaction, or, with null, from without. */
    Set<Integer> visible(String alias, Unit unit) {
        Set<Integer> all = new TreeSet<>(expected(alias));
        if (unit != null) {
            unit.written().stream().filter(each -> each.alias().equals(alias)).forEach(each -> all.add(each.id()));
        }
        return all;
    }

    /** Rows that were written without a transaction. */
    void wrote(Collection<Write> writes) {
        writes.forEach(each -> expected(each.alias()).add(each.id()));
        writes.forEach(each -> own.get(each.alias()).add(each.id()));
    }

    /** Rows of which it is not known: all of them are there, or none. */
    void mayHaveWritten(Collection<Write> writes, boolean mixed) {
        List<Write> there = writes.stream()
                .filter(each -> databases.get(each.alias()).committed().contains(each.id()))
                .toList();
        if (!there.isEmpty() && there.size() < writes.size() && !mixed) {
            trace.violated("of what has an unknown outcome, some is there and some is not");
        }
        wrote(there);
    }

    /** A transaction has ended, and the program was told how. */
    void ended(Unit unit, Outcome outcome) {
        unit.end();
        switch (outcome) {
            case COMMITTED -> committed(unit);
            case UNKNOWN -> unknown(unit);
            case ROLLED_BACK -> {
                // nothing of it may be there
            }
        }
        unit.attempted().forEach(states::remove);
        unit.participants().forEach(each -> states.remove(each));
        if (outcome != Outcome.UNKNOWN && !unit.transaction().isTimedOut()) {
            TransactionState state =
                    outcome == Outcome.COMMITTED ? TransactionState.COMMITTED : TransactionState.ROLLED_BACK;
            unit.participants().forEach(each -> states.put(each, state));
        }
    }

    private void committed(Unit unit) {
        if (unit.failure() != null) {
            trace.violated("a commit was acknowledged after a statement had failed: " + unit.failure());
        }
        if (unit.isAbandoned()) {
            trace.violated("a commit was acknowledged after setRollbackOnly()");
        }
        wrote(unit.written());
    }

    private void unknown(Unit unit) {
        if (!unit.isStruck(faults.count())) {
            trace.violated("an unknown outcome where nothing was made to fail");
        }
        mayHaveWritten(unit.written(), unit.transaction().isHeuristic());
    }

    /** A session did something without a transaction. */
    void stoodAlone(DbSession session, TransactionState state) {
        if (state == null) {
            states.remove(session);
        } else {
            states.put(session, state);
        }
    }

    /** Returns the state that a session must be in outside transactions; null if it is not known. */
    TransactionState state(DbSession session) {
        boolean endedUnseen = units.values().stream()
                .anyMatch(unit -> !unit.hasEnded()
                        && unit.transaction().isTimedOut()
                        && (unit.participants().contains(session)
                                || unit.attempted().contains(session)));
        return endedUnseen ? null : states.get(session);
    }
}
