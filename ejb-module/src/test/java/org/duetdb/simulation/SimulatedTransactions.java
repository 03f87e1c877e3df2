package org.duetdb.simulation;

import jakarta.transaction.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The transaction manager: which transaction the thread has, and which ones wait. */
final class SimulatedTransactions {

    private final ServerHabit habit;
    private final Faults faults;
    private final Trace trace;
    private final Consumer<SimulatedTransaction> observer;
    private final Deque<Component> components = new ArrayDeque<>();
    private final List<SimulatedTransaction> abandoned = new ArrayList<>();

    private SimulatedTransaction current;
    private int suspended;

    /**
     * Creates one.
     *
     * @param observer is told of every transaction that begins
     */
    SimulatedTransactions(ServerHabit habit, Faults faults, Trace trace, Consumer<SimulatedTransaction> observer) {
        this.habit = habit;
        this.faults = faults;
        this.trace = trace;
        this.observer = observer;
        components.push(Component.BEGINS_ITSELF);
    }

    ServerHabit habit() {
        return habit;
    }

    /** Returns the transaction of the thread; null if it has none. */
    SimulatedTransaction current() {
        return current;
    }

    /** Returns whether the thread has no transaction, and none waits for it. */
    boolean isIdle() {
        return current == null && suspended == 0;
    }

    /** Returns who runs. */
    Component component() {
        return components.peek();
    }

    void enter(Component component) {
        components.push(component);
    }

    void leave() {
        components.pop();
    }

    SimulatedTransaction begin() {
        current = new SimulatedTransaction(habit, faults, trace);
        observer.accept(current);
        return current;
    }

    /** Takes the transaction from the thread for good. */
    void disassociate() {
        current = null;
    }

    /** Takes it from the thread without ending it: that happens when it has taken too long. */
    void abandon() {
        abandoned.add(current);
        current = null;
    }

    SimulatedTransaction suspend() {
        SimulatedTransaction waiting = current;
        current = null;
        suspended += waiting == null ? 0 : 1;
        return waiting;
    }

    void resume(SimulatedTransaction waiting) {
        current = waiting;
        suspended -= waiting == null ? 0 : 1;
    }

    /** Whatever may happen at any time: here, that the time of the transaction is up. */
    void passTime() {
        if (current != null
                && current.status() == Status.STATUS_ACTIVE
                && faults.strike("the transaction times out", 15)) {
            current.timeOut();
        }
    }

    /** Lets the manager do what it does in the end. */
    void settle() {
        abandoned.forEach(SimulatedTransaction::rollback);
        abandoned.clear();
    }
}
